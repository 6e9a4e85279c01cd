using Dti.Assessment.Editions;
using Dti.Assessment.Editions.Comparisons;
using Dti.Assessment.IndicatorSets;
using Dti.Scoring.Sets;

namespace Dti.Assessment.Tests.Editions;

public sealed class ForecastCheckTests
{
    private static readonly IndicatorSet Set = SetFile.Parse("""
        set: s
        year: 2025
        title: { vi: "Bộ chỉ số" }
        groups: [{ code: so, name: { vi: "Sở" } }]
        nodes:
          - code: "1"
            name: { vi: "Một" }
            children: [{ code: "1.1", name: { vi: "Một" }, points: 60, inputs: [{ id: a, type: percent, from: self }], rule: { linear: { of: a, from: 0, to: 100 } } }]
          - { code: "2", name: { vi: "Hai" }, points: 40, inputs: [{ id: b, type: percent, from: self }], rule: { linear: { of: b, from: 0, to: 100 } } }
        """, "s/2025.yaml").Set!;

    private static readonly string[] Names = [.. Enumerable.Range(0, 24).Select(i => $"u{i:00}")];

    /// <summary>Twenty-four units of one group with six earlier years of the index and of node 1.</summary>
    private static Edition Edition(Func<string, EditionUnit>? unit = null, double walk = 4)
    {
        var random = new Random(11);
        List<HistoryScore> history = [];
        List<EditionScore> scores = [];
        foreach (string name in Names)
        {
            double index = 40 + 20 * random.NextDouble(), node = index / 2;
            for (int year = 2019; year <= 2025; year++, index += walk * (random.NextDouble() - 0.4), node += walk * (random.NextDouble() - 0.5))
            {
                if (year == 2025)
                    scores.AddRange([new(name, "INDEX", 0, index, 100), new(name, "1", 1, node, 60), new(name, "1.1", 2, node, 60), new(name, "2", 1, index - node, 40)]);
                else
                    history.AddRange([new(name, "INDEX", year, index, "imported:cu.csv"), new(name, "1", year, node, "imported:cu.csv")]);
            }
        }
        return Given.Edition() with
        {
            Year = 2025, Units = [.. Names.Select(unit ?? (name => new EditionUnit(name, name, null, "so", "", true)))], Inputs = [], Scores = scores, History = history,
            Ranking = [.. scores.Where(s => s.Depth == 0).OrderByDescending(s => s.Score).Select((s, i) => new EditionRank("so", "", i + 1, s.Unit, s.Score))],
        };
    }

    private static Edition Forecast(Edition edition) => edition with { Forecast = NextYear.Of(edition, Set) };

    private static (string[] Differences, List<string> Remarks) Check(Edition edition)
    {
        List<string> remarks = [];
        return ([.. ForecastCheck.Differences(EditionFile.Read(EditionFile.Write(edition)).Edition!, Set, remarks)], remarks);
    }

    [Fact]
    public void A_forecast_is_made_again_from_the_file_alone_without_a_remark()
    {
        Edition edition = Forecast(Edition());

        edition.Forecast.Nodes!.ShouldHaveSingleItem().Code.ShouldBe("1");
        edition.Forecast.Units.ShouldAllBe(u => u.Rank != null);
        var (differences, remarks) = Check(edition);
        differences.ShouldBeEmpty();
        remarks.ShouldBeEmpty();
    }

    [Fact]
    public void A_forecast_that_does_not_follow_from_the_history_is_named()
    {
        Edition edition = Forecast(Edition());
        ForecastRow first = edition.Forecast.Units[0];

        Check(edition with { Forecast = edition.Forecast with { Units = [first with { Value = first.Value + 5 }, .. edition.Forecast.Units.Skip(1)] } })
            .Differences.ShouldHaveSingleItem().ShouldStartWith("forecast: units u00 value is ");
        Check(edition with { Forecast = edition.Forecast with { Units = [first with { Rank = first.Rank! with { Median = 25 } }, .. edition.Forecast.Units.Skip(1)] } })
            .Differences.ShouldHaveSingleItem().ShouldStartWith("forecast: units u00 rank median is 25");
        Check(edition with { History = [edition.History[0] with { Score = edition.History[0].Score + 1 }, .. edition.History.Skip(1)] }).Differences.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_difference_that_only_a_learnt_model_makes_is_remarked()
    {
        Edition edition = Forecast(Edition());
        BacktestRow[] rows = [.. edition.Forecast.Backtest.Select(row => row.Method == "linear" ? row with { Mae = row.Mae * 1.00001 } : row)];
        rows.ShouldContain(row => row.Method == "linear");

        var (differences, remarks) = Check(edition with { Forecast = edition.Forecast with { Backtest = rows } });

        differences.ShouldBeEmpty();
        remarks.ShouldHaveSingleItem().ShouldContain("learnt model");
    }

    [Fact]
    public void What_no_model_learnt_is_held_to_the_last_digits()
    {
        Edition edition = Forecast(Edition());
        BacktestRow[] rows = [.. edition.Forecast.Backtest.Select(row => row.Method == "naive" ? row with { Mae = row.Mae * 1.0001 } : row)];
        Check(edition with { Forecast = edition.Forecast with { Backtest = rows } }).Differences.ShouldHaveSingleItem().ShouldStartWith("forecast: backtest ");
        Check(edition with { Forecast = edition.Forecast with { Year = 2027 } }).Differences.ShouldHaveSingleItem().ShouldBe("forecast: year is 2027, where 2026 belongs");
        Check(edition with { Forecast = edition.Forecast with { Ranks = edition.Forecast.Ranks! with { Draws = edition.Forecast.Ranks.Draws + 1 } } }).Differences.ShouldHaveSingleItem().ShouldStartWith("forecast: ranks draws ");
    }

    [Fact]
    public void Other_words_are_remarked_as_words()
    {
        Edition edition = Forecast(Edition());

        var (differences, remarks) = Check(edition with { Forecast = edition.Forecast with { Reason = "Nói cách khác." } });

        differences.ShouldBeEmpty();
        remarks.ShouldHaveSingleItem().ShouldStartWith("the forecast's figures were computed again and are the same; this version words its reason otherwise: reason is Nói cách khác.");
    }

    [Fact]
    public void A_forecast_by_other_rules_is_remarked_and_not_judged()
    {
        Edition edition = Forecast(Edition());

        var (differences, remarks) = Check(edition with { Forecast = edition.Forecast with { Rules = 99, Reason = "khác" } });

        differences.ShouldBeEmpty();
        remarks.ShouldHaveSingleItem().ShouldContain("made by rules 99");
    }

    [Fact]
    public void A_unit_that_ends_is_not_forecast_and_leaves_the_ranking_to_the_others()
    {
        Edition edition = Forecast(Edition(name => new(name, name, null, "so", "", true) { Until = name == "u04" ? new DateOnly(2025, 6, 30) : null }));

        edition.Forecast.Units[4].Reason.ShouldBe("Đơn vị chấm dứt hoạt động ngày 30/06/2025 nên không dự báo");
        edition.Forecast.Ranks!.Pools.ShouldHaveSingleItem().Units.ShouldBe(23);
    }

    [Fact]
    public void A_merger_cuts_the_series_and_the_reason_names_the_day()
    {
        var lineage = new EditionLineage(new DateOnly(2025, 3, 1), LineageKind.Merged, [new("a", 1), new("b", 1)]);

        Edition edition = Forecast(Edition(name => new(name, name, null, "so", "", true) { Lineage = name == "u04" ? lineage : null }));

        edition.Forecast.Units[4].Reason.ShouldBe("Đơn vị hợp nhất từ ngày 01/03/2025 nên chuỗi mới có 1 năm, cần ít nhất 4 năm.");
        edition.Forecast.Units[3].Value.ShouldNotBeNull();
    }

    [Fact]
    public void The_year_before_counts_as_scored_again_under_this_set()
    {
        Edition edition = Edition();
        double cast = edition.History.Single(h => h is { Unit: "u00", Code: "INDEX", Year: 2024 }).Score + 9;
        Edition compared = edition with
        {
            Comparison = new()
            {
                PreviousId = "s-2024.1", PreviousSha256 = "x", PreviousYear = 2024, PreviousSetSha256 = "y", Rescored = 1, Scale = 1,
                Units = [new() { Unit = "u00", BackCastScore = cast, Nodes = [new("INDEX", "INDEX", 1, cast), new("1", "1", 1, 33)] }],
            },
        };

        HistoryScore[] scores = [.. ScoresSoFar.Of(compared, []).Where(row => row is { Unit: "u00", Year: 2024 })];

        scores.ShouldBe([new("u00", "INDEX", 2024, cast, "edition:s-2024.1"), new("u00", "1", 2024, 33, "edition:s-2024.1")], ignoreOrder: true);
        NextYear.Of(compared, Set).DataSha256.ShouldNotBe(NextYear.Of(edition, Set).DataSha256);
    }

    [Fact]
    public void Another_method_without_a_map_leaves_one_year_and_no_number()
    {
        Edition edition = Edition() with
        {
            Comparison = new()
            {
                PreviousId = "s-2024.1", PreviousSha256 = "x", PreviousYear = 2024, PreviousSetSha256 = "y", Rescored = 0, Scale = 1,
                NotRescored = "Bộ chỉ số năm 2025 không có bảng chuyển đổi nên không tính lại được điểm năm 2024.", Units = [],
            },
        };

        EditionForecast forecast = NextYear.Of(edition, Set);

        forecast.Method.ShouldBeNull();
        forecast.Units[0].Reason.ShouldBe("Bộ chỉ số năm 2025 không có bảng chuyển đổi nên không tính lại được điểm năm 2024; chuỗi mới có 1 năm, cần ít nhất 4 năm.");
    }
}
