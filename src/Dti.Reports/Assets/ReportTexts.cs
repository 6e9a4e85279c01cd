using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dti.Reports.Assets;

/// <summary>
/// What officers may word themselves, <c>reports/ranking.vi.json</c>. In a text, <c>{year}</c>, <c>{set}</c>, <c>{publisher}</c>,
/// <c>{parent}</c>, <c>{edition}</c> and <c>{forecastYear}</c> stand for the edition's own.
/// </summary>
public sealed record ReportTexts
{
    public required string Subject { get; init; }
    /// <summary>What stands for the office in the document's symbol; null = its initials.</summary>
    public string? OfficeSymbol { get; init; }
    /// <summary>Legal bases, each with the first and last year of results that it is cited for.</summary>
    public IReadOnlyList<BasisText> Basis { get; init; } = [];
    public required string Opening { get; init; }
    public required string Ranked { get; init; }
    public required string NotRanked { get; init; }
    public required string ForecastOpening { get; init; }
    public required string ForecastNone { get; init; }
    public required IReadOnlyList<string> Verify { get; init; }
    public required string Closing { get; init; }
    public required IReadOnlyList<string> Recipients { get; init; }
    /// <summary>What forecast methods are called, by code, where the office has its own name for them.</summary>
    public IReadOnlyDictionary<string, string> Methods { get; init; } = new Dictionary<string, string>();

    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    public static ReportTexts Parse(string json, string place)
    {
        try
        {
            return JsonSerializer.Deserialize<ReportTexts>(json, _options) ?? throw new JsonException("the file holds null");
        }
        catch (JsonException fault)
        {
            throw new ReportException("report-texts", $"{place}: {fault.Message} Compare it with the file as shipped.", fault);
        }
    }
}

public sealed record BasisText(string Text, int? From = null, int? Until = null);
