using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Dti.Web.Tests.Api;

internal static class Calls
{
    public static async Task<HttpResponseMessage> Put(this HttpClient client, string address, string json, string? ifMatch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = Json(json) };
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch).ShouldBeTrue();
        return await client.SendAsync(request);
    }

    public static async Task<HttpResponseMessage> Post(this HttpClient client, string address, string? json = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = json is null ? null : Json(json) };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        return await client.SendAsync(request);
    }

    public static async Task<HttpResponseMessage> Upload(this HttpClient client, byte[] bytes, string type, string? name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/evidence") { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (name is not null)
            request.Headers.TryAddWithoutValidation("X-File-Name", name).ShouldBeTrue();
        return await client.SendAsync(request);
    }

    public static async Task<JsonElement> Body(this HttpResponseMessage response)
    {
        string text = await response.Content.ReadAsStringAsync();
        using var document = JsonDocument.Parse(text.Length == 0 ? throw new InvalidOperationException($"{(int)response.StatusCode} without a body") : text);
        return document.RootElement.Clone();
    }

    /// <summary>Problem details of that status and code.</summary>
    public static async Task<JsonElement> ShouldBeProblem(this HttpResponseMessage response, int status, string code)
    {
        response.StatusCode.ShouldBe((HttpStatusCode)status, await response.Content.ReadAsStringAsync());
        response.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        var body = await response.Body();
        body.GetProperty("status").GetInt32().ShouldBe(status);
        body.GetProperty("code").GetString().ShouldBe(code);
        return body;
    }

    public static async Task<JsonElement> ShouldBeOk(this HttpResponseMessage response)
    {
        response.IsSuccessStatusCode.ShouldBeTrue($"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        return await response.Body();
    }

    private static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");
}
