using Dti.Assessment.Editions;
using Dti.Assessment.Forecasting;

namespace Dti.Assessment.Tests.Forecasting;

public sealed class SeriesForecastTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dti-forecast").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static SeriesPoint[] Made(string kind = "trend", int count = 12, int periods = 14) => [.. MadeSeries.Of(kind, count, periods, seed: 4)];

    private static SeriesPoint[] One(params double?[] values) => [.. values.Select((v, i) => new SeriesPoint("a", "x", new Period(2010 + i, 1, false), v))];

    [Fact]
    public void Rows_stand_by_series_as_they_came_then_by_period()
    {
        SeriesPoint[] points = [.. Made("seasonal", 3, 24), .. Made("trend", 3)];

        SeriesForecast forecast = SeriesForecast.Make(points, 2, seed: 1);

        forecast.Rows.Select(r => r.Unit).ShouldBe(points.Select(p => p.Unit).Distinct().SelectMany(u => new[] { u, u }));
        forecast.Rows.Take(2).Select(r => r.Period.ToString()).ShouldBe(["2021-q1", "2021-q2"]);
        forecast.Rows.TakeLast(2).Select(r => r.Period.ToString()).ShouldBe(["2014", "2015"]);
    }

    [Fact]
    public void The_back_test_has_a_row_a_method_with_naive_first_and_one_chosen()
    {
        SeriesForecast forecast = SeriesForecast.Make(Made(count: 24), 1, seed: 1);

        forecast.Backtest.Select(b => b.Method).ShouldBe(["naive", "drift", "holt", "linear", "fasttree", "ssa", "average"]);
        BacktestRow chosen = forecast.Backtest.Single(b => b.Chosen);
        chosen.Mae.ShouldBeLessThan(forecast.Backtest[0].Mae);
        forecast.Rows.ShouldAllBe(r => r.Method == chosen.Method || r.Method == "naive");
    }

    [Fact]
    public void Trees_are_left_out_where_rows_are_too_few_to_grow_them() =>
        SeriesForecast.Make(Made(count: 12), 1, seed: 1).Backtest.Select(b => b.Method).ShouldBe(["naive", "drift", "holt", "linear", "ssa", "average"]);

    [Fact]
    public void Only_quarters_have_a_seasonal_naive_and_it_is_chosen_where_seasons_rule()
    {
        SeriesForecast forecast = SeriesForecast.Make(Made("seasonal", 12, 24), 4, seed: 1);

        forecast.Backtest[^1].Method.ShouldBe("seasonal-naive");
        forecast.Backtest[^1].Chosen.ShouldBeTrue();
    }

    [Fact]
    public void Intervals_hold_their_value_and_never_narrow()
    {
        IEnumerable<SeriesForecastRow> rows = SeriesForecast.Make(Made("random-walk"), 12, seed: 1).Rows;

        foreach (SeriesForecastRow[] series in rows.GroupBy(r => r.Unit).Select(g => g.ToArray()))
        {
            series.ShouldAllBe(r => r.Low < r.Value && r.Value < r.High);
            double[] widths = [.. series.Select(r => r.High!.Value - r.Low!.Value)];
            widths.Zip(widths.Skip(1)).ShouldAllBe(w => w.Second >= w.First * (1 - 1e-12));
            widths[^1].ShouldBeGreaterThan(1.5 * widths[0]);
        }
    }

    [Fact]
    public void A_scale_bounds_forecasts_and_intervals()
    {
        SeriesPoint[] points = [.. Enumerable.Range(0, 20).SelectMany(u => Enumerable.Range(0, 10).Select(i => new SeriesPoint($"u{u}", "x", new Period(2010 + i, 1, false), 8 * i + u % 5 + (i * u % 3))))];

        SeriesForecast.Make(points, 8, seed: 1, scaleMax: 100).Rows.ShouldAllBe(r => r.Low >= 0 && r.High <= 100 && r.Low <= r.Value && r.Value <= r.High);
        SeriesForecast.Make(points, 8, seed: 1).Rows.ShouldContain(r => r.High > 100);
    }

    [Fact]
    public void A_series_that_is_too_short_has_no_number_and_a_reason()
    {
        SeriesForecast forecast = SeriesForecast.Make([.. Made(), .. One(1, 2, null)], 2, seed: 1);

        forecast.Rows.SkipLast(1).Last().ShouldBe(new SeriesForecastRow("a", "x", new Period(2012, 1, false), null, null, null, null, "Chuỗi quá ngắn: có 2 kỳ, cần ít nhất 4 kỳ."));
        forecast.Rows.Last().Period.Place.ShouldBe(2013);
    }

    [Theory]
    [InlineData("Đơn vị hợp nhất ngày 01/3/2013", "Đơn vị hợp nhất ngày 01/3/2013 nên chuỗi mới có 3 kỳ, cần ít nhất 4 kỳ.")]
    [InlineData("", "Chuỗi gián đoạn từ kỳ 2013 nên chuỗi mới có 3 kỳ, cần ít nhất 4 kỳ.")]
    public void After_a_break_only_the_new_series_counts_and_the_reason_says_why(string why, string reason)
    {
        SeriesPoint[] points = One(900, 800, 700, 10, 11, 12);
        points[3] = points[3] with { Break = why };

        SeriesForecast.Make([.. Made(), .. points], 1, seed: 1).Rows.Last().ShouldBe(new SeriesForecastRow("a", "x", new Period(2016, 1, false), null, null, null, null, reason));
    }

    [Fact]
    public void A_series_long_enough_after_its_break_is_forecast_as_if_nothing_had_been_before()
    {
        SeriesPoint[] points = One(900, 100, 700, 10, 11, 12, 14, 15, 15);
        points[1] = points[1] with { Break = "" };
        points[3] = points[3] with { Break = "" };

        SeriesForecast.Make([.. Made(), .. points], 1, seed: 1).Rows.ShouldBe(SeriesForecast.Make([.. Made(), .. points[3..]], 1, seed: 1).Rows);
    }

    [Fact]
    public void Singular_spectrum_analysis_competes_where_series_are_long_and_is_chosen_on_a_wave()
    {
        var random = new Random(3);
        SeriesPoint[] waves = [.. Enumerable.Range(0, 20).SelectMany(u => Enumerable.Range(0, 30).Select(i =>
            new SeriesPoint($"u{u:00}", "x", new Period(1990 + i, 1, false), 50 + 10 * Math.Sin(2 * Math.PI * (i + u) / 7) + 0.3 * random.NextDouble())))];

        SeriesForecast forecast = SeriesForecast.Make(waves, 2, seed: 1);

        forecast.Backtest.Single(b => b.Chosen).Method.ShouldBe("ssa");
        forecast.Rows.ShouldAllBe(r => r.Value > 38 && r.Value < 62);
    }

    [Fact]
    public void Four_years_of_everything_forecast_nothing_but_naive_has_its_row()
    {
        SeriesForecast forecast = SeriesForecast.Make(One(1, 2, 3, 4), 1, seed: 1);

        forecast.Rows.ShouldHaveSingleItem().Reason.ShouldBe("Mới kiểm định lùi được ở 1 kỳ gốc, cần ít nhất 2, nên không dự báo.");
        BacktestRow naive = forecast.Backtest.ShouldHaveSingleItem();
        (naive.Method, naive.Chosen).ShouldBe(("naive", false));
    }

    [Fact]
    public void A_gap_within_a_series_is_borne()
    {
        SeriesForecast.Make([.. Made(), .. One(3, 4, null, 5, 6, null, null, 7, 7.5, 8)], 1, seed: 1).Rows.Last().Value.ShouldNotBeNull().ShouldBeInRange(5, 12);
    }

    [Fact]
    public void A_flat_series_stays_flat()
    {
        SeriesForecastRow row = SeriesForecast.Make(One(5, 5, 5, 5, 5, 5, 5, 5), 3, seed: 1).Rows.ElementAt(2);

        (row.Value, row.Low, row.High).ShouldBe((5, 5, 5));
    }

    [Fact]
    public void The_same_points_in_any_order_give_the_same_numbers_and_scaled_points_scaled_ones()
    {
        SeriesPoint[] points = Made("damped-trend");
        var one = SeriesForecast.Make(points, 2, seed: 5).Rows.ToDictionary(r => (r.Unit, r.Period));

        SeriesForecast.Make([.. points.Reverse()], 2, seed: 5).Rows.ShouldAllBe(r => r == one[new(r.Unit, r.Period)]);
        // A power of two, so that nothing is rounded differently.
        SeriesForecast.Make([.. points.Select(p => p with { Value = p.Value * 1024 })], 2, seed: 5).Rows
            .ShouldAllBe(r => Math.Abs(r.Value!.Value / 1024 / one[new(r.Unit, r.Period)].Value!.Value - 1) < 1e-9);
    }

    [Fact]
    public void A_code_on_which_the_choice_of_all_is_no_better_goes_by_naive()
    {
        SeriesForecast forecast = SeriesForecast.Make([.. Made("trend", 30), .. Made("random-walk", 10)], 1, seed: 1);

        forecast.Rows.Where(r => r.Code == "random-walk").ShouldAllBe(r => r.Method == "naive");
        forecast.Rows.Where(r => r.Code == "trend").Count(r => r.Method != "naive").ShouldBeGreaterThan(25);
    }

    [Fact]
    public void Files_are_the_same_bytes_for_the_same_points_and_seed()
    {
        SeriesPoint[] points = [.. Made(), .. One(1, 2), new SeriesPoint("b,\"c\"", "x", new Period(2010, 1, false), 1)];
        string two = Path.Combine(_folder, "two");
        ForecastFiles.Write(_folder, SeriesForecast.Make(points, 2, seed: 9));
        ForecastFiles.Write(two, SeriesForecast.Make(points, 2, seed: 9));

        string forecast = File.ReadAllText(Path.Combine(_folder, "forecast.csv")), backtest = File.ReadAllText(Path.Combine(_folder, "backtest.csv"));
        forecast.ShouldBe(File.ReadAllText(Path.Combine(two, "forecast.csv")));
        backtest.ShouldBe(File.ReadAllText(Path.Combine(two, "backtest.csv")));
        forecast.ShouldStartWith("unit,code,period,value,low,high,method,reason\ntrend-0,trend,2014,");
        forecast.ShouldEndWith("\n\"b,\"\"c\"\"\",x,2012,,,,,\"Chuỗi quá ngắn: có 1 kỳ, cần ít nhất 4 kỳ.\"\n");
        backtest.ShouldStartWith("method,series,origins,mae,mase,coverage80,chosen\nnaive,13,10,");
        backtest.Split('\n').Count(l => l.EndsWith(",true", StringComparison.Ordinal)).ShouldBe(1);
        (forecast + backtest).ShouldNotContain("\r");
        Directory.GetFiles(two).Length.ShouldBe(2);
    }
}
