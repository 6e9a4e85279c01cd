using System.Text;
using Dti.Assessment.Editions;
using Dti.Assessment.IndicatorSets;
using Dti.Assessment.Submissions;
using Dti.Scoring.Quarters;
using Dti.Scoring.Sets;

namespace Dti.Assessment.Tests.Editions;

/// <summary>Three units and a set with an input of every type: small enough to work out by hand and to change at every digit.</summary>
internal static class SmallRound
{
    internal const string Yaml = """
        set: small
        year: 2025
        title: { vi: "Bộ chỉ số nhỏ", en: "Small set" }
        issued: { number: "12/QĐ-UBND", date: 2025-01-15 }
        groups:
          - { code: so, name: { vi: "Sở, ban, ngành" } }
          - { code: huyen, name: { vi: "UBND cấp huyện" } }
        nodes:
          - code: "1"
            name: { vi: "Dữ liệu mở" }
            children:
              - code: "1.1"
                name: { vi: "Tỷ lệ công bố" }
                points: 10
                inputs:
                  - { id: published, type: count, from: metric:datasets_published }
                  - { id: listed, type: count, from: self }
                rule: { ratio: { of: published, to: listed } }
              - code: "1.2"
                name: { vi: "Số lớp tập huấn" }
                points: 6
                inputs: [{ id: held, type: number, from: self }]
                quarters: sum
                rule: { linear: { of: held, from: 0, to: 8 } }
              - code: "1.3"
                name: { vi: "Có cán bộ đầu mối" }
                points: 4
                inputs: [{ id: named, type: yes_no, from: self }]
                quarters: max
                rule: { yes_no: { of: named } }
          - code: "2"
            name: { vi: "Thể chế" }
            children:
              - code: "2.1"
                name: { vi: "Kế hoạch" }
                points: 5
                groups: [so]
                inputs: [{ id: plan, type: choice, from: self, options: [none, draft, issued] }]
                rule: { choice: { of: plan, shares: { none: 0, draft: 0.3, issued: 1 } } }
              - code: "2.2"
                name: { vi: "Ngày ban hành" }
                points: 5
                inputs: [{ id: issued, type: date, from: self }]
                rule: { by_date: { of: issued, full_until: 2025-06-30, zero_after: 2025-07-10 } }
              - code: "2.3"
                name: { vi: "Báo cáo đúng hạn" }
                points: 8
                rule: { timeliness: { on_time: 1, late: 0.5, none: 0 } }
              - code: "2.4"
                name: { vi: "Mức hài lòng" }
                points: 2
                inputs: [{ id: share, type: percent, from: survey }]
                quarters: mean
                rule: { linear: { of: share, from: 0, to: 100 } }

        """;

    internal static readonly SetReading Reading = SetFile.Parse(Yaml, "small/2025.yaml");

    internal static IndicatorSet Set => Reading.Set ?? throw new InvalidOperationException(string.Join('\n', Reading.Faults));

    internal static readonly EditionUnit[] Units =
    [
        new("so-a", "Sở A", null, "so", "", true),
        new("so-b", "Sở B", null, "so", "", true),
        new("huyen-c", "UBND huyện C", null, "huyen", "", true),
    ];

    internal static EditionInput Cell(string unit, string key, string quarter, InputValue? self = null, InputValue? measured = null, InputValue? verified = null) =>
        new() { Unit = unit, Key = key, Quarter = quarter, Self = self, Measured = measured, Verified = verified, Counted = Layer.None };

    internal static EditionInputs Frozen() => new()
    {
        Set = Set,
        SetYaml = Reading.Yaml,
        SetSha256 = Reading.Sha256,
        Units = Units,
        Cells =
        [
            Cell("so-b", "1.1.published", "q4", measured: InputValue.Of(30)),
            Cell("so-b", "1.1.listed", "q4", self: InputValue.Of(30)),
            Cell("so-a", "1.1.published", "q2", measured: InputValue.Of(99)),
            Cell("so-a", "1.1.published", "q4", measured: InputValue.Of(60), verified: InputValue.Of(45)),
            Cell("so-a", "1.1.listed", "q4", self: InputValue.Of(45), verified: InputValue.Of(60)) with
            {
                By = "le.thi.b", At = new(2026, 1, 20, 9, 0, 0, TimeSpan.FromHours(7)), Reason = "Đối chiếu danh mục",
                Evidence = [new(new string('b', 64), "qd-808.pdf", "808/QĐ-UBND, 05/06/2025")],
            },
            Cell("so-a", "1.2", "q1", verified: InputValue.Of(1.5)),
            Cell("so-a", "1.2", "q3", verified: InputValue.Of(2.5)),
            Cell("so-a", "1.3", "q1", verified: InputValue.Of(true)),
            Cell("so-a", "1.3", "q4", verified: InputValue.Of(false)),
            Cell("so-a", "2.1", "q1", verified: InputValue.Of("draft")),
            Cell("so-a", "2.2", "year", verified: InputValue.Of("2025-07-05")),
            Cell("so-a", "2.3.q1", "q1", measured: InputValue.Of("on_time")),
            Cell("so-a", "2.3.q2", "q2", measured: InputValue.Of("late")),
            Cell("so-a", "2.3.q3", "q3", measured: InputValue.Of("on_time")),
            Cell("so-a", "2.3.q4", "q4", measured: InputValue.Of("none")),
            Cell("so-a", "2.4", "q1", measured: InputValue.Of(50)),
            Cell("so-a", "2.4", "q3", measured: InputValue.Of(80)),
            Cell("huyen-c", "1.1.published", "q1", measured: InputValue.Of(7)),
            Cell("huyen-c", "1.1.listed", "q1", verified: InputValue.Of(9)),
        ],
        Forecast = new() { Year = 2026, Reason = "Chuỗi quá ngắn" },
        History = [new("so-a", "INDEX", 2024, 18.25, "imported:2024.csv")],
        Number = 1,
        PublishedAt = new(2026, 2, 3, 8, 30, 0, TimeSpan.FromHours(7)),
        PublishedBy = "nguyen.van.a",
        Publisher = new("UBND TỈNH NGHỆ AN", "SỞ KHOA HỌC VÀ CÔNG NGHỆ", "Nghệ An", "GIÁM ĐỐC"),
        SoftwareVersion = "0.1.0",
        Notice = "Số liệu minh hoạ",
        Notes = ["Cấp huyện kết thúc ngày 30/6/2025"],
        PreviousSha256 = new string('d', 63) + "7",
    };

    /// <summary>Two departments a fifth of a point apart, each best elsewhere: which is first depends on the weights.</summary>
    internal static EditionInputs CloseRace()
    {
        var frozen = Frozen();
        return frozen with
        {
            Cells =
            [
                .. frozen.Cells.Where(cell => cell.Unit == "huyen-c"),
                Cell("so-a", "1.1.published", "q4", measured: InputValue.Of(49)),
                Cell("so-a", "1.1.listed", "q4", verified: InputValue.Of(100)),
                Cell("so-b", "2.2", "year", verified: InputValue.Of("2025-06-01")),
            ],
            Uncertainty = new(500, 142),
        };
    }

    internal static byte[] File() => EditionFile.Write(EditionCompute.Compute(Frozen()));

    internal static string Text(byte[] file) => Encoding.UTF8.GetString(file);
}
