using Dti.Assessment.Editions;
using Dti.Assessment.IndicatorSets;
using Dti.Assessment.Submissions;
using Dti.Reports.Printing;
using Dti.Scoring.Quarters;
using Dti.Web.Pages.Public;
using Microsoft.AspNetCore.Components;

namespace Dti.Web.Tests.Pages;

/// <summary>An edition of one indicator of ten points that a test changes by one line, and a part of a page shown of it.</summary>
internal static class OneIndicator
{
    private static readonly SetReading _set = SetFile.Parse(
        "set: do\nyear: 2025\ntitle: Bộ chỉ số đo\nnodes: [{ code: a, points: 10, inputs: [{ id: x, type: number }], rule: { linear: { of: x, from: 0, to: 10 } } }]", "do.yaml");

    /// <param name="units">Code and verified value; NaN = none.</param>
    public static Edition Edition(params (string Code, double Value)[] units) => EditionCompute.Compute(new()
    {
        Set = _set.Set!,
        SetYaml = _set.Yaml,
        SetSha256 = _set.Sha256,
        Units = [.. units.Select(unit => new EditionUnit(unit.Code, $"Sở {unit.Code.ToUpperInvariant()}", null, "", "", true))],
        Cells = [.. units.Where(unit => !double.IsNaN(unit.Value)).Select(unit => new EditionInput { Unit = unit.Code, Key = "a", Quarter = "q4", Verified = InputValue.Of(unit.Value), Counted = Layer.Verified })],
        Forecast = new() { Year = 2026, Reason = "Chuỗi quá ngắn" },
        Number = 1,
        PublishedAt = new(2026, 1, 5, 9, 0, 0, TimeSpan.FromHours(7)),
        PublishedBy = "soict",
        Publisher = new("UBND tỉnh", "Sở", "Nghệ An", "Giám đốc"),
        SoftwareVersion = "0.1.0",
    });

    public static OpenEdition Open(Edition edition) => new(edition, _set.Set!, "sha");

    /// <summary>The component as text, its character references read.</summary>
    public static async Task<string> Html<TComponent>(Dictionary<string, object?> parameters) where TComponent : IComponent =>
        System.Net.WebUtility.HtmlDecode(await HtmlDocuments.RenderAsync<TComponent>(parameters));
}
