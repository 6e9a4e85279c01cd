using System.Globalization;
using System.Text;
using Dti.Assessment.Editions;
using Dti.Assessment.IndicatorSets;
using Dti.Assessment.Submissions;
using Dti.Reports.Rankings;
using Dti.Scoring.Quarters;

namespace Dti.Reports.Tests.Samples;

/// <summary>An edition computed from inputs, so that it can be explained: units with 0 to 10 of each of some indicators worth 10 points.</summary>
internal static class SampleInputs
{
    /// <param name="effort">Lines of the second indicator, for example its effort.</param>
    /// <param name="units">Values of each unit, one an indicator.</param>
    public static ReportedEdition Publish(string effort, params double[][] units)
    {
        var yaml = new StringBuilder("set: do\nyear: 2025\ntitle: Bộ chỉ số đo\nnodes:\n- code: \"1\"\n  name: Nhóm\n  children:\n");
        for (int i = 1; i <= units[0].Length; i++)
            yaml.Append(CultureInfo.InvariantCulture, $"  - {{ code: \"1.{i}\", name: \"Chỉ số thứ {i}\", points: 10, {(i == 2 ? effort : "")} inputs: [{{ id: x, type: number }}], rule: {{ linear: {{ of: x, from: 0, to: 10 }} }} }}\n");
        var reading = SetFile.Parse(yaml.ToString(), "do.yaml");
        var edition = EditionCompute.Compute(new()
        {
            Set = reading.Set ?? throw new InvalidOperationException(string.Join('\n', reading.Faults)),
            SetYaml = reading.Yaml,
            SetSha256 = reading.Sha256,
            Units = [.. units.Select((_, unit) => new EditionUnit($"u{unit + 1}", $"Sở {unit + 1}", null, "", "", true))],
            Cells =
            [
                .. units.SelectMany((values, unit) => values.Select((value, i) => new EditionInput
                {
                    Unit = $"u{unit + 1}", Key = $"1.{i + 1}", Quarter = "q4", Verified = InputValue.Of(value), Counted = Layer.Verified,
                })),
            ],
            Forecast = new() { Year = 2026, Reason = "Chuỗi quá ngắn" },
            Number = 1,
            PublishedAt = new(2026, 1, 5, 9, 0, 0, TimeSpan.FromHours(7)),
            PublishedBy = "soict",
            Publisher = new("Ủy ban nhân dân tỉnh Nghệ An", "Sở Khoa học và Công nghệ", "Nghệ An", "Giám đốc"),
            SoftwareVersion = "0.1.0",
        });
        return new(edition, reading.Set, SampleEdition.Sha256);
    }
}
