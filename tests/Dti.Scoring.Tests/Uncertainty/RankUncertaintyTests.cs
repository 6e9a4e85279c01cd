using Dti.Scoring.Rankings;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;
using Dti.Scoring.Uncertainty;

namespace Dti.Scoring.Tests.Uncertainty;

public sealed class RankUncertaintyTests
{
    /// <summary>Two indicators of 10 points that pull apart: who leads hangs on the weights.</summary>
    private static readonly IndicatorSet Two = Given.Points(Given.Ten("1"), Given.Ten("2")) with { Groups = [] };

    private static RankUncertainty Run(IndicatorSet set, UnitTable table, int draws = 400, ulong seed = 1, int threads = 2) =>
        AgainstThePlainWayTests.Run(set, table, draws, seed, threads);

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        var set = Two with { Uncertainty = new() { DropOne = true, Inputs = new Dictionary<string, double> { ["1"] = 0.1 } } };
        var table = Random(200);
        var one = Run(set, table, 333, 9, 1);
        foreach (int threads in (int[])[2, 4])
        {
            var more = Run(set, table, 333, 9, threads);
            more.Units.ShouldBe(one.Units);
            for (int slot = 0; slot < 200; slot++)
                more.RanksOf(slot).SequenceEqual(one.RanksOf(slot)).ShouldBeTrue();
        }
    }

    [Fact]
    public void Another_seed_gives_other_draws()
    {
        var table = Random(40);
        foreach (ulong seed in (ulong[])[0, 1UL << 32, 1UL << 63, ulong.MaxValue])
            Run(Two, table, 100, seed).Units.ShouldNotBe(Run(Two, table, 100, 77).Units);
    }

    [Fact]
    public void The_first_draws_are_the_same_whatever_their_number()
    {
        var table = Random(40);
        var (few, many) = (Run(Two, table, 50), Run(Two, table, 500));
        for (int slot = 0; slot < 40; slot++)
            few.RanksOf(slot).SequenceEqual(many.RanksOf(slot)[..50]).ShouldBeTrue();
    }

    [Fact]
    public void The_order_of_units_changes_nothing()
    {
        foreach (var set in (IndicatorSet[])[Two, Two with { Uncertainty = new() { DropOne = true, Inputs = new Dictionary<string, double> { ["1"] = 0.2 } } }])
        {
            var table = Random(67);
            var turned = new UnitTable
            {
                Units = [.. table.Units.Reverse()],
                Columns = table.Columns.Reverse().ToDictionary(column => column.Key, column => column.Value.AsEnumerable().Reverse().ToArray()),
            };
            Run(set, turned).Units.Reverse().ShouldBe(Run(set, table).Units);
        }
    }

    [Fact]
    public void Nothing_that_varies_gives_the_official_ranks()
    {
        var set = Two with { Uncertainty = new() { Weights = 0 } };
        var table = Random(90);
        var scores = Given.Score(set, table);
        var units = Run(set, table, 20).Units;
        foreach (var row in Ranking.Rank(set, table, scores.Values[0]))
            (units[row.Unit]!.Low, units[row.Unit]!.Median, units[row.Unit]!.High, units[row.Unit]!.Mean).ShouldBe((row.Rank!.Value, row.Rank!.Value, row.Rank!.Value, row.Rank!.Value));
    }

    /// <summary>
    /// a leads by far; b and c are opposites, so either may be ahead; d stays behind both in every draw; e equals d.
    /// </summary>
    [Fact]
    public void Units_that_cannot_be_told_apart_share_a_tier()
    {
        var result = Run(Two, Given.Table(("1", [9, 8, 4.1, 3, 3]), ("2", [9, 4, 8, 3, 3])), 2000);
        result.Units.Select(unit => unit!.Tier).ShouldBe(["A", "B", "B", "C", "C"]);
        result.Above(0, 3).ShouldBe(1);
        result.Above(1, 2).ShouldBeInRange(0.3, 0.7);
        (result.Above(1, 2) + result.Above(2, 1)).ShouldBe(1, 0.03);
        result.Above(3, 4).ShouldBe(0);
        (result.Units[1]!.Low, result.Units[1]!.High).ShouldBe((2, 3));
        (result.Units[3]!.Low, result.Units[3]!.High).ShouldBe((4, 4));
        (result.Units[0]!.TopThree, result.Units[1]!.TopThree, result.Units[3]!.TopThree).ShouldBe((1, 1, 0));
    }

    /// <summary>The chain a ~ b ~ c in which a is told from c: the tier ends with c, since it counts from the tier's first.</summary>
    [Fact]
    public void A_tier_counts_from_its_first_unit()
    {
        var result = Run(Two, Given.Table(("1", [8, 5.2, 7.2]), ("2", [6, 8.6, 6.2])), 4000);
        (result.Above(0, 1) < 0.9, result.Above(0, 2) >= 0.9, result.Above(1, 2) < 0.9).ShouldBe((true, true, true));
        result.Units.Select(unit => unit!.Tier).ShouldBe(["A", "A", "B"]);
    }

    [Fact]
    public void The_matrix_tells_how_often_each_is_above_each()
    {
        var result = Run(Two, Random(20), 500);
        double[][] matrix = result.Above([0, 5, 7]);
        matrix.Select(row => row.Length).ShouldBe([3, 3, 3]);
        matrix[0][1].ShouldBe(result.Above(0, 5));
        matrix[2][1].ShouldBe(result.Above(7, 5));
        matrix[1][1].ShouldBe(0);
    }

    [Fact]
    public void Groups_and_pools_are_ranked_apart_and_units_not_ranked_have_no_interval()
    {
        var set = Given.Points(Given.Ten("1"), Given.Ten("2"));
        var table = Given.Table(("1", [9, 2, 8, 1, 5]), ("2", [9, 2, 8, 1, 5])).InGroups("so", "so", "huyen", "huyen", "huyen");
        table = new() { Units = [.. table.Units.Select((unit, row) => row == 4 ? unit with { Ranked = false } : unit)], Columns = table.Columns };
        var result = Run(set, table, 50);
        result.Units.Select(unit => unit?.Tier).ShouldBe(["A", "B", "A", "B", null]);
        result.Units[2]!.High.ShouldBe(1);
        result.Above(0, 2).ShouldBe(double.NaN);
        result.Above(4, 2).ShouldBe(double.NaN);
    }

    [Fact]
    public void A_table_without_a_ranked_unit_has_no_intervals() =>
        Run(Given.Composite(Given.Leaf("a", new(NormaliseKind.None))), Given.Table(("a", [double.NaN, double.NaN]))).Units.ShouldBe([null, null]);

    [Fact]
    public void A_unit_is_ranked_in_the_draws_that_leave_it_something_to_score()
    {
        var set = Given.Points(Given.Ten("1"), Given.Ten("2")) with { Uncertainty = new() { DropOne = true } };
        set = set with { Nodes = [.. set.Nodes.Select(node => node with { Indicator = node.Indicator! with { WhenMissing = WhenMissing.Exclude } })] };
        var half = Run(set, Given.Table(("1", [9, 5, double.NaN]), ("2", [1, 5, 7]))).Units[2]!;
        half.Low.ShouldBe(1);
        half.TopThree.ShouldBeInRange(0.4, 0.6);
    }

    [Fact]
    public void A_percent_with_its_error_stays_at_most_100()
    {
        var set = Given.Points(Given.Indicator("1", 10, new LinearRule(new("1", "x"), 0, 200), Given.Input("x", InputType.Percent))) with
        {
            Uncertainty = new() { Inputs = new Dictionary<string, double> { ["1"] = 0.5 } },
        };
        var errors = new InputErrors(set, Given.Table(("1", [90, 100, double.NaN, 0])), 4);
        for (int draw = 0; draw < 50; draw++)
        {
            double[] drawn = errors.Drawn(draw).Columns["1"];
            drawn[0].ShouldBeInRange(45, 100);
            drawn[1].ShouldBeInRange(50, 100);
            drawn[2].ShouldBe(double.NaN);
            drawn[3].ShouldBe(0);
        }
    }

    [Fact]
    public void Drawn_points_keep_the_full_points_and_each_parent_its_share()
    {
        var set = Given.Points(Given.Branch("1", Given.Ten("1.1"), Given.Ten("1.2")), Given.Ten("2"));
        var plan = Scoring.Scores.ScoringPlan.Compile(set);
        var tree = new DrawnTree(plan.Nodes, [0, 0, 10, 10, 10], points: true);
        new[] { 1, 1.2, 0.8, 1.1, 0.9 }.CopyTo(tree.Draw.Factors, 0);
        tree.Weigh();
        double first = 30 * (20 * 1.2) / (20 * 1.2 + 10 * 0.9);
        tree.Weights.ShouldBe([1, 1, first * 0.8 / 1.9, first * 1.1 / 1.9, 30 - first], 1e-12);
        tree.Draw.Dropped = 2;
        tree.Weigh();
        tree.Weights[3].ShouldBe(first, 1e-12);
    }

    [Fact]
    public void It_stops_when_it_is_told_to()
    {
        var table = Random(50);
        var scores = Given.Score(Two, table);
        using var source = new CancellationTokenSource();
        var seen = new Stop(source);
        Should.Throw<OperationCanceledException>(() =>
            UncertaintyAnalysis.Run(scores, Ranking.Rank(Two, table, scores.Values[0]), new(1_000_000, 1, 2, seen), source.Token));
        seen.Most.ShouldBeInRange(1, 10_000);
    }

    private sealed class Stop(CancellationTokenSource source) : IProgress<int>
    {
        public int Most { get; private set; }

        public void Report(int value)
        {
            Most = Math.Max(Most, value);
            source.Cancel();
        }
    }

    private static UnitTable Random(int units)
    {
        var random = new Random(units);
        return Given.Table(
            ("1", [.. Enumerable.Range(0, units).Select(_ => random.Next(0, 41) / 4.0)]),
            ("2", [.. Enumerable.Range(0, units).Select(_ => random.Next(0, 41) / 4.0)]));
    }
}
