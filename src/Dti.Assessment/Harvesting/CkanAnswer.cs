using System.Text;
using System.Text.Json;

namespace Dti.Assessment.Harvesting;

/// <summary>
/// CKAN's envelope <c>{success, result, error}</c>. Only <c>success</c> is authoritative: errors come with 200, firewalls answer with a page and 200,
/// and an unknown action is a bare JSON string.
/// </summary>
internal static class CkanAnswer
{
    private const int MostDetail = 200;

    /// <summary>The object in <c>result</c>; the caller disposes the document.</summary>
    /// <exception cref="HarvestStoppedException">There is none, for the reason it carries.</exception>
    internal static JsonDocument Read(Uri request, RecordedResponse response, ReadingLimits limits)
    {
        switch (response)
        {
            case { NoAnswer: NoAnswer.Refused }:
                throw Stop(HarvestStatus.Refused, "refused", response.Detail ?? "the address is not one we may reach");
            case { NoAnswer: NoAnswer.Unreachable }:
                throw Stop(HarvestStatus.Unreachable, "unreachable", response.Detail ?? "no answer");
            case { Status: >= 300 and < 400 }:
                throw Stop(HarvestStatus.Moved, "moved", $"{response.Status} sends us to {response.Location ?? "an address it does not name"}");
            case { Status: 401 or 403 or 429 or 451 }:
                throw Stop(HarvestStatus.Blocked, $"http_{response.Status}", $"{response.Status}: the portal does not let us read it");
            case { Status: 404 or 410 }:
                throw Stop(HarvestStatus.WrongKind, "not_ckan", $"{response.Status}: there is no CKAN action API at this address (the portal may have left CKAN)");
            case { Status: >= 500 }:
                throw Stop(HarvestStatus.Unreachable, $"http_{response.Status}", $"{response.Status}: the portal is out of order");
        }
        JsonDocument document = Parse(request, response, limits);
        try
        {
            Check(request, response, document.RootElement);
            return document;
        }
        catch (HarvestStoppedException)
        {
            document.Dispose();
            throw;
        }

        HarvestStoppedException Stop(HarvestStatus status, string code, string message) => new(status, code, $"{request.PathAndQuery}: {message}");
    }

    private static JsonDocument Parse(Uri request, RecordedResponse response, ReadingLimits limits)
    {
        ReadOnlyMemory<byte> body = response.Body.Span.StartsWith(Encoding.UTF8.Preamble) ? response.Body[Encoding.UTF8.Preamble.Length..] : response.Body;
        try
        {
            return JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = limits.JsonDepth });
        }
        catch (JsonException e)
        {
            if (!body.Span.TrimStart(" \t\r\n"u8).StartsWith("<"u8))
                throw new HarvestStoppedException(HarvestStatus.WrongKind, "not_json", $"{request.PathAndQuery}: the answer is not JSON ({e.Message})");
            bool firewall = body.Span.IndexOf("Request Rejected"u8) >= 0 || body.Span.IndexOf("Access Denied"u8) >= 0;
            throw firewall
                ? new HarvestStoppedException(HarvestStatus.Blocked, "firewall", $"{request.PathAndQuery}: a firewall answers with a page instead of the portal")
                : new HarvestStoppedException(HarvestStatus.WrongKind, "html", $"{request.PathAndQuery}: the answer is a web page ({response.Status})");
        }
    }

    private static void Check(Uri request, RecordedResponse response, JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("success", out JsonElement success) || success.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            throw new HarvestStoppedException(HarvestStatus.WrongKind, "not_ckan", $"{request.PathAndQuery}: the answer ({response.Status}) is JSON but not CKAN's");
        if (success.ValueKind == JsonValueKind.False || response.Status != 200)
        {
            (string type, string detail) = Error(root);
            HarvestStatus status = type == "Authorization Error" ? HarvestStatus.Blocked : HarvestStatus.Incomplete;
            throw new HarvestStoppedException(status, "ckan_error", $"{request.PathAndQuery}: CKAN answers {response.Status} {type}: {detail}");
        }
        if (!root.TryGetProperty("result", out JsonElement result) || result.ValueKind != JsonValueKind.Object)
            throw new HarvestStoppedException(HarvestStatus.WrongKind, "not_ckan", $"{request.PathAndQuery}: the answer has no result");
    }

    private static (string Type, string Detail) Error(JsonElement root)
    {
        if (!root.TryGetProperty("error", out JsonElement error))
            return ("error", "without a reason");
        string type = CkanDataset.Word(error, "__type") ?? "error";
        string detail = CkanDataset.Word(error, "message") ?? error.GetRawText();
        return (type, detail.Length <= MostDetail ? detail : detail[..MostDetail] + "…");
    }
}
