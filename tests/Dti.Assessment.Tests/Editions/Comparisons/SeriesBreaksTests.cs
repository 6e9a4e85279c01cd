using Dti.Assessment.Editions;
using Dti.Assessment.Editions.Comparisons;

namespace Dti.Assessment.Tests.Editions.Comparisons;

public sealed class SeriesBreaksTests
{
    [Fact]
    public void A_merger_breaks_a_units_series_in_the_year_it_happened()
    {
        var breaks = SeriesBreaks.Of(TwoYears.After());
        breaks["a"].ShouldBeEmpty();
        breaks["d"].ShouldBe([new(2025, SeriesBreakKind.Merger, "Đơn vị hợp nhất từ ngày 01/03/2025")]);
        breaks["e"].Single().Kind.ShouldBe(SeriesBreakKind.NewUnit);
        breaks["f"].Single().Kind.ShouldBe(SeriesBreakKind.Split);
    }

    [Fact]
    public void A_year_without_a_map_to_this_method_breaks_every_series()
    {
        var edition = TwoYears.Compared(TwoYears.After(""), TwoYears.Before());
        SeriesBreaks.Of(edition)["a"].Single().ShouldBe(new(2025, SeriesBreakKind.Method, edition.Comparison!.NotRescored!));
        SeriesBreaks.LastBreak(TwoYears.Compared(TwoYears.After(), TwoYears.Before()), "a").ShouldBeNull();
    }

    [Fact]
    public void A_year_of_another_method_stands_alone()
    {
        var edition = TwoYears.After() with
        {
            History = [new("a", "INDEX", 2021, 50, "imported:f"), new("a", "INDEX", 2022, 400, "imported:f") { Comparable = false }, new("a", "INDEX", 2023, 60, "imported:f")],
        };
        SeriesBreaks.Of(edition)["a"].Select(found => found.Year).ShouldBe([2022, 2023]);
        SeriesBreaks.LastBreak(edition, "a").ShouldBe(2023);
    }
}
