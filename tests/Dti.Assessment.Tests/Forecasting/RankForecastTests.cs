using Dti.Assessment.Editions;
using Dti.Assessment.Forecasting;
using Xunit.Abstractions;

namespace Dti.Assessment.Tests.Forecasting;

public sealed class RankForecastTests(ITestOutputHelper output)
{
    private const double Scale = 4000;
    private const int Units = 20;

    private static readonly string[] Names = [.. Enumerable.Range(0, Units).Select(i => $"u{i:00}")];

    private static ForecastScope Scope(params SeriesCut[] cuts) => new() { Cuts = cuts, Peers = [new ForecastPeers("so", "", Names)] };

    /// <summary>Walks with a shock a year that all share; <paramref name="shared"/> is its size beside a unit's own of 1.</summary>
    private static List<HistoryScore> Walks(int seed, int years, double shared, double size = 15)
    {
        var random = new Random(seed);
        double[] level = [.. Enumerable.Range(0, Units).Select(_ => 2000 + 60 * Normal(random))];
        List<HistoryScore> rows = [];
        for (int year = 2026 - years; year <= 2026; year++)
        {
            double shock = shared * Normal(random);
            for (int unit = 0; unit < Units; unit++)
            {
                level[unit] += size * (shock + Normal(random));
                rows.Add(new(Names[unit], "INDEX", year, Math.Clamp(level[unit], 0, Scale), "imported:made.csv"));
            }
        }
        return rows;
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    [Theory]
    [InlineData(6, 0)]
    [InlineData(6, 3)]
    [InlineData(12, 1)]
    public void Four_of_five_ranks_to_come_lie_in_their_interval(int years, double shared)
    {
        int inside = 0, all = 0, top = 0;
        double chance = 0;
        for (int seed = 0; seed < 25; seed++)
        {
            List<HistoryScore> history = Walks(seed, years, shared);
            EditionForecast forecast = IndexForecast.Make(history, Names, 2026, Scale, seed: 1, Scope());
            var held = history.Where(h => h.Year == 2026).ToDictionary(h => h.Unit, h => h.Score);
            foreach (ForecastRow row in forecast.Units)
            {
                int rank = 1 + held.Values.Count(v => v > held[row.Unit]);
                inside += rank >= row.Rank!.Low && rank <= row.Rank.High ? 1 : 0;
                top += rank <= 3 ? 1 : 0;
                chance += row.Rank.Top3;
                all++;
            }
        }
        output.WriteLine($"{years} years, shared {shared}: inside {inside / (double)all:0.000}, top 3 {top} of {chance:0.0} expected");
        // Ranks are whole, so an interval holds 80 % or a little more.
        (inside / (double)all).ShouldBeInRange(0.75, 0.92);
        chance.ShouldBe(top, 0.05 * top);
    }

    [Fact]
    public void A_shock_that_all_share_does_not_widen_the_ranks()
    {
        double apart = Width(IndexForecast.Make(Walks(3, 12, shared: 0), Names, 2026, Scale, seed: 1, Scope()));
        EditionForecast together = IndexForecast.Make(Walks(3, 12, shared: 4), Names, 2026, Scale, seed: 1, Scope());

        together.Units.Average(u => u.High!.Value - u.Low!.Value).ShouldBeGreaterThan(60);
        Width(together).ShouldBeLessThan(1.6 * apart);

        static double Width(EditionForecast forecast) => forecast.Units.Average(u => u.Rank!.High - u.Rank.Low);
    }

    [Fact]
    public void The_same_seed_draws_the_same_ranks_and_another_seed_others()
    {
        List<HistoryScore> history = Walks(5, 8, shared: 1);
        EditionForecast one = IndexForecast.Make(history, Names, 2026, Scale, seed: 7, Scope());
        history.Reverse();

        IndexForecast.Make(history, Names, 2026, Scale, seed: 7, Scope()).Units.ShouldBe(one.Units);
        IndexForecast.Make(history, Names, 2026, Scale, seed: 8, Scope()).Units.ShouldNotBe(one.Units);
        one.Ranks.ShouldNotBeNull().Draws.ShouldBe(2_000);
        one.Units.Sum(u => u.Rank!.Top3).ShouldBeInRange(3, 3.1);
    }

    [Fact]
    public void A_unit_whose_series_starts_anew_takes_part_but_gets_no_rank()
    {
        List<HistoryScore> history = Walks(5, 8, shared: 1);
        var cut = new SeriesCut("u03", 2025, "Đơn vị hợp nhất từ ngày 01/03/2025");

        EditionForecast forecast = IndexForecast.Make(history, Names, 2026, Scale, seed: 7, Scope(cut));

        forecast.Units[3].ShouldBe(new ForecastRow("u03", null, null, null, "Đơn vị hợp nhất từ ngày 01/03/2025 nên chuỗi mới có 1 năm, cần ít nhất 4 năm."));
        forecast.Ranks!.Pools.ShouldHaveSingleItem().ShouldBe(new ForecastPool("so", "", 20, null));
        forecast.Units.Count(u => u.Rank is not null).ShouldBe(19);
        forecast.Units.Max(u => u.Rank?.High).ShouldBe(20);
    }

    [Fact]
    public void Where_most_of_a_group_cannot_be_forecast_it_has_no_ranks_and_the_reason_says_so()
    {
        SeriesCut[] cuts = [.. Names.Take(11).Select(unit => new SeriesCut(unit, 2024, "Trước năm 2024 dùng phương pháp khác"))];

        EditionForecast forecast = IndexForecast.Make(Walks(5, 8, shared: 1), Names, 2026, Scale, seed: 7, Scope(cuts));

        forecast.Ranks!.Pools[0].Reason.ShouldBe("Quá nửa số đơn vị của khối chưa dự báo được điểm nên không dự báo hạng.");
        forecast.Units.ShouldAllBe(u => u.Rank == null);
        forecast.Units.Count(u => u.Value is not null).ShouldBe(9);
    }

    [Fact]
    public void Equal_units_share_the_better_rank()
    {
        List<HistoryScore> history = [.. Names.SelectMany(unit => Enumerable.Range(2018, 8).Select(year => new HistoryScore(unit, "INDEX", year, 400, "imported:made.csv")))];

        IndexForecast.Make(history, Names, 2026, Scale, seed: 7, Scope()).Units.ShouldAllBe(u => u.Rank == new ForecastRank(1, 1, 1, 1));
    }

    [Fact]
    public void A_unit_alone_in_its_group_has_no_rank_to_forecast()
    {
        var scope = new ForecastScope { Peers = [new("so", "", [.. Names.Skip(1)]), new("huyen", "", ["u00"])] };

        EditionForecast forecast = IndexForecast.Make(Walks(5, 8, shared: 1), Names, 2026, Scale, seed: 7, scope);

        forecast.Units[0].Rank.ShouldBeNull();
        forecast.Ranks!.Pools[1].Reason.ShouldBe("Khối có ít hơn hai đơn vị có điểm nên không dự báo hạng.");
        forecast.Units[1].Rank.ShouldNotBeNull();
    }
}
