using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;
using Dti.Assessment.Harvesting;

namespace Dti.Assessment.Tests.Harvesting;

/// <summary>A CKAN portal in memory that pages recorded datasets as CKAN does: by <c>sort</c>, <c>start</c>, <c>rows</c>, and its own cap.</summary>
internal sealed class ReplayedCkan(IEnumerable<JsonObject> datasets) : IPortalResponses
{
    internal static readonly Uri Url = new("https://portal.example/data");

    internal List<JsonObject> Datasets { get; } = [.. datasets];
    internal List<Uri> Requests { get; } = [];
    /// <summary>The portal's <c>ckan.search.rows_max</c>.</summary>
    internal int Cap { get; init; } = 1000;
    /// <summary>What it says it has, where that is not what it has.</summary>
    internal int? Claims { get; init; }
    /// <summary>Called before each answer with its number from 0; what it returns is the answer instead.</summary>
    internal Func<int, ReplayedCkan, RecordedResponse?> Before { get; init; } = (_, _) => null;

    public Task<RecordedResponse> GetAsync(Uri request, CancellationToken cancellation)
    {
        RecordedResponse? instead = Before(Requests.Count, this);
        Requests.Add(request);
        return Task.FromResult(instead ?? Answer(request));
    }

    internal static RecordedResponse Json(string json, int status = 200) => new(status, "application/json", Encoding.UTF8.GetBytes(json));

    internal static RecordedResponse Html(string html, int status = 200) => new(status, "text/html", Encoding.UTF8.GetBytes(html));

    private RecordedResponse Answer(Uri request)
    {
        if (request.AbsolutePath == "/data/api/3/action/status_show")
            return Json("""{"success":true,"result":{"ckan_version":"2.9.9"}}""");
        if (request.AbsolutePath != "/data/api/3/action/package_search")
            return Json("\"Bad request - Action name not known\"", 400);
        System.Collections.Specialized.NameValueCollection query = HttpUtility.ParseQueryString(request.Query);
        int start = int.Parse(query["start"] ?? "0", CultureInfo.InvariantCulture);
        int rows = Math.Min(Cap, int.Parse(query["rows"] ?? "10", CultureInfo.InvariantCulture));
        IEnumerable<JsonObject> sorted = query["sort"] == "id asc"
            ? Datasets.OrderBy(d => (string?)d["id"], StringComparer.Ordinal)
            : Datasets.OrderByDescending(d => (string?)d["metadata_modified"], StringComparer.Ordinal);
        var page = new JsonArray([.. sorted.Skip(start).Take(rows).Select(d => d.DeepClone())]);
        var answer = new JsonObject { ["success"] = true, ["result"] = new JsonObject { ["count"] = Claims ?? Datasets.Count, ["results"] = page } };
        return Json(answer.ToJsonString());
    }
}
