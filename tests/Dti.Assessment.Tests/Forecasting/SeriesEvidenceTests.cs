using Dti.Assessment.Forecasting;

namespace Dti.Assessment.Tests.Forecasting;

public sealed class SeriesEvidenceTests
{
    /// <summary>Ten differences around a series' own, up and down in turn.</summary>
    private static IEnumerable<(int, double)> Cases(int series, double mean, double spread = 1) =>
        Enumerable.Range(0, 10).Select(i => (series, mean + (i % 2 == 0 ? spread : -spread)));

    private static SeriesEvidence Of(params IEnumerable<(int, double)>[] series) => new(series.SelectMany(s => s), horizon: 1);

    [Fact]
    public void A_group_of_one_kind_decides_for_all_its_series()
    {
        var evidence = Of([.. Enumerable.Range(0, 20).Select(i => Cases(i, i % 5 == 0 ? 0.05 : -0.4))]);

        Enumerable.Range(0, 20).ShouldAllBe(i => evidence.Supports(i));
        evidence.Supports(99).ShouldBeTrue("a series without origins goes with its kind");
    }

    [Fact]
    public void In_a_mixed_group_each_series_must_show_it_for_itself()
    {
        var evidence = Of([.. Enumerable.Range(0, 20).Select(i => Cases(i, i < 10 ? -3 : -0.1))]);

        Enumerable.Range(0, 20).ShouldAllBe(i => evidence.Supports(i) == i < 10);
        evidence.Supports(99).ShouldBeFalse("which kind a series without origins is of nobody knows");
    }

    [Fact]
    public void A_series_alone_stands_by_its_own_differences()
    {
        Of(Cases(0, -1)).Supports(0).ShouldBeTrue();
        Of(Cases(0, -0.5)).Supports(0).ShouldBeFalse();
        Of([(0, -5)]).Supports(0).ShouldBeFalse("one origin proves nothing");
    }

    [Fact]
    public void Forecasts_farther_ahead_overlap_and_prove_less()
    {
        var cases = Cases(0, -1).ToArray();

        new SeriesEvidence(cases, horizon: 1).Supports(0).ShouldBeTrue();
        new SeriesEvidence(cases, horizon: 4).Supports(0).ShouldBeFalse();
    }

    [Fact]
    public void Differences_without_any_spread_are_taken_as_they_are()
    {
        Of(Cases(0, -1, spread: 0), Cases(1, -1, spread: 0)).Supports(0).ShouldBeTrue();
        Of(Cases(0, 0, spread: 0), Cases(1, 0, spread: 0)).Supports(0).ShouldBeFalse("it does as naive does");
    }
}
