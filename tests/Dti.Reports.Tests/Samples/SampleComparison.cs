using Dti.Assessment.Editions.Comparisons;
using Dti.Reports.Rankings;

namespace Dti.Reports.Tests.Samples;

/// <summary>The sample edition with a year before it: so-1 goes on, so-2 is two old departments merged, so-3 is new; the rest go on unchanged.</summary>
internal static class SampleComparison
{
    public static ReportedEdition WithComparison(this ReportedEdition published, string? notRescored = null) => published with
    {
        Edition = published.Edition with { Comparison = Comparison(published, notRescored) },
    };

    /// <summary>A year further back besides: so-1 goes on, so-2 has the mean of its predecessors, nobody else was there.</summary>
    public static ReportedEdition WithEarlierYear(this ReportedEdition published) => published with
    {
        Edition = published.Edition with
        {
            EarlierYears =
            [
                Comparison(published, null) with
                {
                    PreviousId = "mau-2023.1", PreviousYear = 2023, Rescored = 0.4, Scale = 1,
                    Units =
                    [
                        new() { Unit = "so-1", Score = 400, Rank = 2, BackCastScore = 650.5, BackCastRank = 1 },
                        new() { Unit = "so-2", Computed = true, Predecessors = [new("cu-a", 0.25), new("cu-b", 0.75)], Score = 300.5, BackCastScore = 610.25 },
                    ],
                },
            ],
        },
    };

    private static EditionComparison Comparison(ReportedEdition published, string? notRescored) => new()
    {
        PreviousId = "mau-2024.1",
        PreviousSha256 = new string('b', 64),
        PreviousYear = 2024,
        PreviousSetSha256 = new string('c', 64),
        Rescored = notRescored is null ? 0.9 : 0,
        Scale = 2,
        NotRescored = notRescored,
        Unmapped = notRescored is null ? ["1.2"] : [],
        Dropped = [new("9.9", "Chỉ số cũ")],
        Units = [.. published.Edition.Units.Select(unit => unit.Code switch
        {
            "so-2" => new ComparedUnit { Unit = unit.Code, Computed = true, Predecessors = [new("cu-a", 0.25), new("cu-b", 0.75)], Score = 300.5, BackCastScore = notRescored is null ? 610.25 : null },
            "so-3" => new ComparedUnit { Unit = unit.Code, Reason = "Đơn vị mới hoạt động từ ngày 01/03/2025, không có số liệu năm 2024 để so sánh." },
            _ => new ComparedUnit { Unit = unit.Code, Score = 350, Rank = 4, BackCastScore = notRescored is null ? 710.25 : null, BackCastRank = notRescored is null ? 3.5 : null },
        })],
        BackCast = notRescored is not null ? [] :
        [
            Old("cu-b", "Sở Cũ B", 2, 1, 300, 640, new("1.1", "1.1", 500, 580), new(null, "9.9", 100, null), new("1.3", null, null, 60)),
            Old("cu-a", "Sở Cũ A", 1, 2, 302, 600, new("1.1", "1.1", 504, 560), new(null, "9.9", 100, null), new("1.3", null, null, 40)),
        ],
    };

    private static BackCastUnit Old(string unit, string name, double rank, double again, double score, double scoreAgain, params IndicatorDifference[] differences) => new()
    {
        Unit = unit, NameVi = name, Group = "so", Pool = "", Rank = rank, BackCastRank = again, Score = score, BackCastScore = scoreAgain, Differences = differences,
    };
}
