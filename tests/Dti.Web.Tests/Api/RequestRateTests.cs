using Dti.Assessment.Storage;
using Dti.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Dti.Web.Tests.Api;

public sealed class RequestRateTests
{
    [Fact]
    public async Task More_calls_than_allowed_are_429_with_when_to_come_back()
    {
        string folder = Directory.CreateTempSubdirectory("dti-rates-").FullName;
        var builder = WebApplication.CreateBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Critical);
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        builder.Configuration["Dti:RequestsPerSecond"] = "1";
        builder.Services.AddDtiDatabase(new StoreOptions { DataFolder = folder });
        builder.AddDtiApi();
        await using (var app = builder.Build())
        {
            app.UseDtiPipeline();
            app.MapGet("/api/v1/one", () => "1");
            await app.StartAsync();
            using var client = new HttpClient { BaseAddress = new(app.Urls.Single()) };

            var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => client.GetAsync("/api/v1/one")));

            answers.ShouldContain(answer => answer.IsSuccessStatusCode);
            var refused = answers.First(answer => !answer.IsSuccessStatusCode);
            await refused.ShouldBeProblem(429, "too-many-requests");
            refused.Headers.RetryAfter.ShouldNotBeNull();
        }
        Directory.Delete(folder, recursive: true);
    }
}
