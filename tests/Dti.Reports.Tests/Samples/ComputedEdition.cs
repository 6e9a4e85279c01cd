using System.Text;
using Dti.Assessment.Editions;
using Dti.Assessment.IndicatorSets;
using Dti.Assessment.Submissions;
using Dti.Reports.Rankings;
using Dti.Scoring.Quarters;

namespace Dti.Reports.Tests.Samples;

/// <summary>An edition whose scores, ranks and intervals come from its own inputs: 6 departments that pull apart on two families, one unit alone in its group.</summary>
internal static class ComputedEdition
{
    private const string Yaml = """
        set: mau
        year: 2025
        title: { vi: "Bộ chỉ số mẫu" }
        groups:
          - { code: so, name: { vi: "Sở, ban, ngành" } }
          - { code: xa, name: { vi: "Xã, phường" } }
        nodes:
          - code: "1"
            name: { vi: "Dữ liệu mở" }
            children:
              - { code: "1.1", name: { vi: "Công bố" }, points: 50, inputs: [{ id: x, type: number, from: self }], rule: { linear: { of: x, from: 0, to: 10 } } }
          - code: "2"
            name: { vi: "Kết nối" }
            children:
              - { code: "2.1", name: { vi: "Chia sẻ" }, points: 50, inputs: [{ id: x, type: number, from: self }], rule: { linear: { of: x, from: 0, to: 10 } } }
        """;

    private static readonly (string Code, string Group, double Open, double Shared)[] _units =
    [
        ("so-1", "so", 9, 9), ("so-2", "so", 8, 4.2), ("so-3", "so", 4.1, 8), ("so-4", "so", 5, 5), ("so-5", "so", 3, 3), ("so-6", "so", 1, 2), ("xa-1", "xa", 5, 5),
    ];

    public static ReportedEdition Publish() => Publish(_units);

    public static ReportedEdition Publish(IReadOnlyList<(string Code, string Group, double Open, double Shared)> units)
    {
        var set = SetFile.Parse(Yaml, "mau.yaml").Set!;
        var edition = EditionCompute.Compute(new EditionInputs
        {
            Set = set,
            SetYaml = Yaml,
            SetSha256 = EditionFile.Sha256(Encoding.UTF8.GetBytes(Yaml)),
            Units = [.. units.Select(unit => new EditionUnit(unit.Code, $"Đơn vị {unit.Code}", null, unit.Group, "", true))],
            Cells = [.. units.SelectMany(unit => new[] { Cell(unit.Code, "1.1", unit.Open), Cell(unit.Code, "2.1", unit.Shared) })],
            Forecast = new() { Year = 2026, Reason = "Chưa đủ số năm." },
            Number = 1,
            PublishedAt = new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.FromHours(7)),
            PublishedBy = "soict",
            Publisher = new("Ủy ban nhân dân tỉnh Nghệ An", "Sở Khoa học và Công nghệ", "Nghệ An", "Giám đốc"),
            SoftwareVersion = "0.1.0",
            Uncertainty = new(2_000, 142),
        });
        return new(edition, set, SampleEdition.Sha256);
    }

    private static EditionInput Cell(string unit, string key, double value) =>
        new() { Unit = unit, Key = key, Quarter = "q4", Verified = InputValue.Of(value), Counted = Layer.Verified };
}
