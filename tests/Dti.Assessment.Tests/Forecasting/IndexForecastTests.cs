using Dti.Assessment.Editions;
using Dti.Assessment.Forecasting;

namespace Dti.Assessment.Tests.Forecasting;

public sealed class IndexForecastTests
{
    private const double Scale = 1000;

    private static HistoryScore Score(string unit, int year, double score) => new(unit, "INDEX", year, score, "imported:test.csv");

    /// <summary>Thirty units, 2020 to 2025, each year by <paramref name="next"/> from the year before (unit, year, score).</summary>
    private static List<HistoryScore> History(Func<int, int, double, double> next, int first = 2020, int last = 2025, int units = 30)
    {
        var rows = new List<HistoryScore>();
        for (int unit = 0; unit < units; unit++)
        {
            double score = 300 + 10 * unit;
            for (int year = first; year <= last; year++)
            {
                rows.Add(Score(Name(unit), year, score));
                score = next(unit, year, score);
            }
        }
        return rows;
    }

    private static string Name(int unit) => $"u{unit:00}";

    private static string[] Units(int count = 30) => [.. Enumerable.Range(0, count).Select(Name)];

    /// <summary>A walk that no method can foresee.</summary>
    private static List<HistoryScore> Walk(int last = 2025, int units = 30)
    {
        var random = new Random(7);
        return History((_, _, score) => Math.Clamp(score + 60 * (random.NextDouble() - 0.5), 0, Scale), last: last, units: units);
    }

    private static readonly string[] Methods = ["naive", "drift", "holt", "linear", "fasttree", "average"];

    [Fact]
    public void Scores_that_rise_steadily_are_forecast_better_by_their_drift_than_by_naive()
    {
        EditionForecast forecast = IndexForecast.Make(History((_, _, score) => score + 25), Units(), 2026, Scale, seed: 1);

        forecast.Method.ShouldBe("drift");
        // Trees need more rows than the first origins have.
        forecast.Backtest.Select(b => b.Method).ShouldBe(["naive", "drift", "holt", "linear", "average"]);
        BacktestRow naive = forecast.Backtest[0];
        naive.Mae.ShouldBe(25, 1e-9);
        naive.Mase.ShouldNotBeNull().ShouldBe(1, 1e-9);
        naive.Series.ShouldBe(30);
        naive.Origins.ShouldBe(3);
        forecast.Backtest.Single(b => b.Method == "linear").Mae.ShouldBeLessThan(10);
        forecast.Backtest.Single(b => b.Chosen).Method.ShouldBe("drift");
        forecast.Reason.ShouldStartWith("Xu thế bình quân (drift) tốt nhất");
        forecast.Reason.ShouldContain("tốt hơn giữ nguyên một cách có ý nghĩa thống kê");
        forecast.Units[0].Value!.Value.ShouldBe(450, 1e-9);
    }

    [Fact]
    public void A_unit_whose_own_past_does_not_bear_out_the_method_of_all_keeps_its_last_score()
    {
        List<HistoryScore> history = History((unit, year, score) => unit < 6 ? score + (year % 2 == 0 ? 40 : -40) : score + 25);

        EditionForecast forecast = IndexForecast.Make(history, Units(), 2026, Scale, seed: 1);

        forecast.Method.ShouldBe("drift");
        forecast.Units.Take(6).ShouldAllBe(u => u.Method == "naive" && u.Value == history.Single(h => h.Unit == u.Unit && h.Year == 2025).Score);
        forecast.Units.Skip(6).ShouldAllBe(u => u.Method == null && u.Value > history.Single(h => h.Unit == u.Unit && h.Year == 2025).Score + 24);
    }

    [Fact]
    public void Scores_nobody_can_foresee_are_forecast_as_they_are_and_the_reason_says_so()
    {
        // Steps whose sign and size are drawn anew every year.
        var random = new Random(3);
        List<HistoryScore> history = History((_, _, score) => score + (random.Next(2) == 0 ? -1 : 1) * (20 + 10 * random.NextDouble()));

        EditionForecast forecast = IndexForecast.Make(history, Units(), 2026, Scale, seed: 1);

        forecast.Method.ShouldBe("naive");
        forecast.Reason.ShouldStartWith("Giữ nguyên điểm năm trước (naive) tốt nhất");
        forecast.Units.ShouldAllBe(u => u.Value == history.Single(h => h.Unit == u.Unit && h.Year == 2025).Score);
    }

    [Fact]
    public void Scores_that_fall_back_to_their_level_are_forecast_better_than_by_naive()
    {
        var random = new Random(5);
        EditionForecast forecast = IndexForecast.Make(History((unit, _, _) => 300 + 10 * unit + 60 * (random.NextDouble() - 0.5)), Units(), 2026, Scale, seed: 1);

        forecast.Method.ShouldBeOneOf("holt", "linear", "average");
        forecast.Reason.ShouldContain("(giữ nguyên điểm năm trước (naive) ");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Where_there_is_nothing_to_learn_every_method_stays_near_naive(int walk)
    {
        var random = new Random(walk);
        List<HistoryScore> history = History((_, _, score) => Math.Clamp(score + 60 * (random.NextDouble() - 0.5), 0, Scale));

        IReadOnlyList<BacktestRow> rows = IndexForecast.Make(history, Units(), 2026, Scale, seed: 1).Backtest;

        rows.Select(r => r.Method).ShouldBeSubsetOf(Methods);
        rows.ShouldAllBe(r => r.Mae < 1.5 * rows[0].Mae);
        rows.Single(r => r.Method == "average").Mae.ShouldBeLessThan(1.25 * rows[0].Mae);
    }

    [Fact]
    public void The_method_chosen_is_never_worse_than_naive()
    {
        EditionForecast forecast = IndexForecast.Make(Walk(), Units(), 2026, Scale, seed: 1);

        BacktestRow chosen = forecast.Backtest.Single(b => b.Chosen);
        chosen.Method.ShouldBe(forecast.Method);
        chosen.Mae.ShouldBeLessThanOrEqualTo(forecast.Backtest[0].Mae);
    }

    [Fact]
    public void Naive_error_and_coverage_are_those_computed_by_hand()
    {
        // 24 equal steps of 5 and, at the last origin, six units that jump by 50: of the cases that have earlier errors, those six fall outside.
        List<HistoryScore> history = History((unit, year, score) => score + (year == 2024 && unit >= 24 ? 50 : (year % 2 == 0 ? 5 : -5)));

        BacktestRow naive = IndexForecast.Make(history, Units(), 2026, Scale, seed: 1).Backtest[0];

        naive.Mae.ShouldBe((84 * 5 + 6 * 50) / 90.0, 1e-9);
        naive.Mase.ShouldNotBeNull().ShouldBe((84 * 5 + 6 * 50) / (90.0 * 5), 1e-9);
        naive.Coverage80.ShouldNotBeNull().ShouldBe(54 / 60.0, 1e-9);
    }

    [Fact]
    public void A_forecast_does_not_see_its_own_year_or_later()
    {
        List<HistoryScore> history = Walk();
        EditionForecast before = IndexForecast.Make(history, Units(), 2026, Scale, seed: 1);
        history.AddRange(Units().Select(u => Score(u, 2026, 999)));

        EditionForecast after = IndexForecast.Make(history, Units(), 2026, Scale, seed: 1);

        after.Units.ShouldBe(before.Units);
        after.DataSha256.ShouldBe(before.DataSha256);
    }

    [Fact]
    public void The_same_history_in_any_order_gives_the_same_forecast()
    {
        List<HistoryScore> history = Walk();
        EditionForecast one = IndexForecast.Make(history, Units(), 2026, Scale, seed: 42);
        history.Reverse();
        EditionForecast two = IndexForecast.Make(history, Units(), 2026, Scale, seed: 42);

        two.Units.ShouldBe(one.Units);
        two.Backtest.ShouldBe(one.Backtest);
        two.ModelSha256.ShouldBe(one.ModelSha256);
        two.DataSha256.ShouldBe(one.DataSha256);
        one.Seed.ShouldBe(42);
    }

    [Fact]
    public void The_data_hash_changes_with_one_digit()
    {
        List<HistoryScore> history = Walk();
        string? before = IndexForecast.Make(history, Units(), 2026, Scale, seed: 1).DataSha256;
        history[0] = history[0] with { Score = history[0].Score + 0.01 };

        IndexForecast.Make(history, Units(), 2026, Scale, seed: 1).DataSha256.ShouldNotBe(before);
    }

    [Fact]
    public void A_unit_with_three_years_has_no_value_and_a_reason_while_others_have_one()
    {
        List<HistoryScore> history = Walk();
        history.RemoveAll(h => h.Unit == "u05" && h.Year < 2023);

        EditionForecast forecast = IndexForecast.Make(history, [.. Units(), "moi"], 2026, Scale, seed: 1);

        forecast.Units.Select(u => u.Unit).ShouldBe([.. Units(), "moi"]);
        forecast.Units[5].ShouldBe(new ForecastRow("u05", null, null, null, "Đơn vị mới có kết quả của 3 năm, cần ít nhất 4 năm."));
        forecast.Units[30].Reason.ShouldBe("Đơn vị chưa có kết quả của năm nào trước đây.");
        forecast.Units.Count(u => u.Value is not null).ShouldBe(29);
    }

    [Fact]
    public void A_unit_without_last_years_score_is_not_forecast()
    {
        List<HistoryScore> history = Walk();
        history.RemoveAll(h => h is { Unit: "u03", Year: 2025 });

        ForecastRow row = IndexForecast.Make(history, Units(), 2026, Scale, seed: 1).Units[3];

        row.Value.ShouldBeNull();
        row.Reason.ShouldBe("Đơn vị không có kết quả năm 2025, năm liền trước năm dự báo.");
    }

    [Fact]
    public void A_gap_in_a_units_years_does_not_stop_its_forecast()
    {
        List<HistoryScore> history = Walk();
        history.RemoveAll(h => h is { Unit: "u03", Year: 2024 or 2022 });

        EditionForecast forecast = IndexForecast.Make(history, Units(), 2026, Scale, seed: 1);

        forecast.Units[3].Value.ShouldNotBeNull();
        forecast.Backtest[0].Series.ShouldBe(29);
    }

    [Fact]
    public void A_year_without_any_score_gives_no_origin()
    {
        List<HistoryScore> history = History((_, _, score) => score + 3, first: 2017, last: 2025);
        history.RemoveAll(h => h.Year == 2021);

        IndexForecast.Make(history, Units(), 2026, Scale, seed: 1).Backtest[0].Origins.ShouldBe(4);
    }

    [Fact]
    public void Four_years_of_all_units_are_too_few_to_say_which_method_is_best()
    {
        EditionForecast forecast = IndexForecast.Make(Walk(last: 2023), Units(), 2024, Scale, seed: 1);

        forecast.Method.ShouldBeNull();
        forecast.Reason.ShouldBe("Mới kiểm định lùi được ở 1 năm gốc, cần ít nhất 2, nên không dự báo.");
        forecast.Units.ShouldAllBe(u => u.Value == null && u.Reason == forecast.Reason);
    }

    [Fact]
    public void Without_history_nothing_is_forecast_and_the_reason_says_so()
    {
        EditionForecast forecast = IndexForecast.Make([], ["a", "b"], 2026, Scale, seed: 1);

        forecast.Method.ShouldBeNull();
        forecast.Reason.ShouldBe("Chưa có kết quả của các năm trước nên không dự báo.");
        forecast.Units.Count.ShouldBe(2);
        forecast.DataSha256.ShouldBeNull();
    }

    [Fact]
    public void One_unit_alone_is_forecast_by_naive_because_nothing_else_can_be_judged()
    {
        EditionForecast forecast = IndexForecast.Make(Walk(units: 1), Units(1), 2026, Scale, seed: 1);

        forecast.Method.ShouldBe("naive");
        forecast.Backtest.Count.ShouldBe(1);
        forecast.Reason.ShouldContain("quá ít để kiểm định các cách khác");
        forecast.Units[0].Low.ShouldBeNull();
        forecast.Units[0].Reason.ShouldNotBeNull();
    }

    [Fact]
    public void Constant_scores_stay_as_they_are_with_an_interval_of_no_width()
    {
        EditionForecast forecast = IndexForecast.Make(History((_, _, score) => score), Units(), 2026, Scale, seed: 1);

        forecast.Method.ShouldBe("naive");
        forecast.Backtest[0].Mae.ShouldBe(0);
        forecast.Backtest[0].Mase.ShouldBeNull();
        forecast.Units[0].ShouldBe(new ForecastRow("u00", 300, 300, 300, null));
    }

    [Fact]
    public void Values_and_intervals_stay_on_the_scale()
    {
        EditionForecast forecast = IndexForecast.Make(History((_, _, score) => Math.Min(Scale, score + 120)), Units(), 2026, Scale, seed: 1);

        forecast.Units.ShouldAllBe(u => u.Low >= 0 && u.High <= Scale && u.Low <= u.Value && u.Value <= u.High);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-1)]
    [InlineData(1000.5)]
    public void A_score_off_the_scale_is_refused(double score)
    {
        List<HistoryScore> history = Walk();
        history[3] = history[3] with { Score = score };

        Should.Throw<ArgumentException>(() => IndexForecast.Make(history, Units(), 2026, Scale, seed: 1)).Message.ShouldContain("'u00' in 2023");
    }

    [Fact]
    public void A_unit_with_two_scores_in_a_year_is_refused()
    {
        List<HistoryScore> history = Walk();
        history.Add(history[0] with { Origin = "edition:x-2020.1" });

        Should.Throw<ArgumentException>(() => IndexForecast.Make(history, Units(), 2026, Scale, seed: 1)).Message.ShouldContain("more than once (imported:test.csv, edition:x-2020.1)");
    }

    [Fact]
    public void Scores_of_other_nodes_are_not_the_index()
    {
        List<HistoryScore> history = Walk();
        EditionForecast without = IndexForecast.Make(history, Units(), 2026, Scale, seed: 1);
        history.AddRange(Units().Select(u => new HistoryScore(u, "1.1", 2025, 5, "imported:test.csv")));

        IndexForecast.Make(history, Units(), 2026, Scale, seed: 1).Units.ShouldBe(without.Units);
    }
}
