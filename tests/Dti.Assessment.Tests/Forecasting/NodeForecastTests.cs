using Dti.Assessment.Editions;
using Dti.Assessment.Forecasting;

namespace Dti.Assessment.Tests.Forecasting;

public sealed class NodeForecastTests
{
    private static readonly string[] Names = [.. Enumerable.Range(0, 20).Select(i => $"u{i:00}")];

    private static List<HistoryScore> Rising(string code, double start, double step, int first = 2020) =>
        [.. Names.SelectMany((unit, i) => Enumerable.Range(first, 2026 - first).Select(year => new HistoryScore(unit, code, year, start + i + step * (year - 2020), "imported:made.csv")))];

    private static ForecastScope Scope(params ForecastNode[] nodes) => new() { Nodes = nodes };

    [Fact]
    public void Each_node_is_forecast_from_its_own_history_on_its_own_scale()
    {
        List<HistoryScore> history = [.. Rising("INDEX", 300, 25), .. Rising("1", 60, 4), .. Rising("2", 50, 0)];

        EditionForecast forecast = IndexForecast.Make(history, Names, 2026, 1000, seed: 1, Scope(new("1", 100), new("2", 100), new("3", 100)));

        forecast.Nodes.ShouldNotBeNull().Select(n => (n.Code, n.Method)).ShouldBe([("1", "drift"), ("2", "naive")]);
        forecast.Nodes[0].Units[0].Value!.Value.ShouldBe(84, 1e-9);
        // 60 + 19 + 24 would leave the node's 100 points.
        forecast.Nodes[0].Units[19].Value.ShouldBe(100);
        forecast.Nodes[0].Backtest[0].Method.ShouldBe("naive");
        forecast.Nodes.Select(n => n.DataSha256).Append(forecast.DataSha256).Distinct().Count().ShouldBe(3);
        forecast.Nodes.ShouldAllBe(n => n.ModelSha256 != null);
    }

    [Fact]
    public void A_node_with_a_short_history_has_a_reason_and_one_with_this_year_alone_is_left_out()
    {
        List<HistoryScore> history = [.. Rising("INDEX", 300, 25), .. Rising("1", 60, 4, first: 2023), .. Rising("2", 60, 4, first: 2025)];

        NodeForecast node = IndexForecast.Make(history, Names, 2026, 1000, seed: 1, Scope(new("1", 100), new("2", 100))).Nodes!.ShouldHaveSingleItem();

        (node.Code, node.Method, node.Reason).ShouldBe(("1", null, "Chuỗi kết quả của mọi đơn vị đều quá ngắn nên không dự báo."));
        node.Units[0].Reason.ShouldBe("Đơn vị mới có kết quả của 3 năm, cần ít nhất 4 năm.");
    }

    [Fact]
    public void A_break_cuts_the_series_of_every_node()
    {
        List<HistoryScore> history = [.. Rising("INDEX", 300, 25), .. Rising("1", 60, 4)];
        var scope = Scope(new ForecastNode("1", 100)) with { Cuts = [new("u00", 2024, "Đơn vị hợp nhất từ ngày 01/03/2024"), new("u00", 2022, "Trước đó")] };

        EditionForecast forecast = IndexForecast.Make(history, Names, 2026, 1000, seed: 1, scope);

        forecast.Units[0].Reason.ShouldBe("Đơn vị hợp nhất từ ngày 01/03/2024 nên chuỗi mới có 2 năm, cần ít nhất 4 năm.");
        forecast.Nodes![0].Units[0].Reason.ShouldBe(forecast.Units[0].Reason);
        forecast.Units[1].Value.ShouldNotBeNull();
    }

    [Fact]
    public void What_a_break_cut_off_may_be_on_any_scale_and_changes_nothing()
    {
        List<HistoryScore> history = Rising("INDEX", 300, 25);
        var scope = new ForecastScope { Cuts = [.. Names.Select(unit => new SeriesCut(unit, 2020, "Trước năm 2020 dùng phương pháp khác"))] };
        EditionForecast before = IndexForecast.Make(history, Names, 2026, 1000, seed: 1, scope);
        history.AddRange(Names.Select(unit => new HistoryScore(unit, "INDEX", 2019, 98_000, "imported:made.csv")));

        EditionForecast after = IndexForecast.Make(history, Names, 2026, 1000, seed: 1, scope);

        after.Units.ShouldBe(before.Units);
        after.DataSha256.ShouldBe(before.DataSha256);
    }
}
