using Dti.Scoring.Scores;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;
using FsCheck;
using FsCheck.Fluent;

namespace Dti.Scoring.Tests.Scores;

/// <summary>Laws that hold for any figures, absurd ones included.</summary>
public sealed class LawTests
{
    private static readonly double[] Absurd = [double.NaN, 0, -1, 1e308, -1e308, 1e-308, 3];

    private static readonly IndicatorSet Points = Given.Points(
        Given.Branch("1",
            Given.Indicator("1.1", 30, new RatioRule(new("1.1", "a"), new("1.1", "b"), 0.8, 0.1, WhenEmpty.Exclude), Given.Number("a"), Given.Number("b")),
            Given.Indicator("1.2", 20, new RelativeRule(new("1.2", "x"), WhenEmpty.Full), Given.Number("x"))),
        Given.Indicator("2", 25.5, new SumRule([new(0.6, new LinearRule(new("2", "x"), 100, 0)), new(0.4, new StepsRule(new("2", "x"), [new(1, 0.5), new(9, 1)]))]), Given.Number("x")),
        Given.Branch("3", Given.Indicator("3.1", 24.5, new TimesRule([new LinearRule(new("3.1", "x"), 0, 7), new RatioRule(new("1.1", "a"), new("1.1", "b"))]), Given.Number("x"))))
        with { NotApplicable = NotApplicable.Rescale };

    private static readonly string[] PointColumns = ["1.1.a", "1.1.b", "1.2", "2", "3.1"];

    private static readonly IndicatorSet Composite = Given.Composite(
        Given.Branch("a", Given.Leaf("a1", new(NormaliseKind.MinMax) { Lower = 1, Upper = 100 }, 2), Given.Leaf("a2", new(NormaliseKind.ZScore) { Mean = 50, Sd = 5 })),
        Given.Branch("b", Given.Leaf("b1", new(NormaliseKind.PercentileRank)), Given.Leaf("b2", new(NormaliseKind.Goalposts) { Low = 0, High = 100, Upper = 10 })));

    private static readonly string[] CompositeColumns = ["a1", "a2", "b1", "b2"];

    [Fact]
    public void A_score_of_points_lies_between_0_and_its_maximum() =>
        Prop.ForAll(Tables(PointColumns, absurd: true), table =>
        {
            var scores = Given.Score(Points, table);
            for (int node = 0; node < scores.Values.Length; node++)
                for (int unit = 0; unit < table.Units.Count; unit++)
                    if (!double.IsNaN(scores.Values[node][unit]) && !(scores.Values[node][unit] >= 0 && scores.Values[node][unit] <= scores.Maxima![node][unit]))
                        return false;
            return true;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_trace_can_be_told() =>
        Prop.ForAll(Tables(PointColumns, absurd: true), table =>
        {
            var scores = Given.Score(Points, table);
            for (int node = 0; node < scores.Values.Length; node++)
                for (int unit = 0; unit < table.Units.Count; unit++)
                {
                    var trace = scores.Explain(unit, node);
                    if (trace.Score.Equals(scores.Values[node][unit]) is false || (trace.Formula.Length == 0) != double.IsNaN(trace.Score) || (double.IsNaN(trace.Score) && trace.Remark is null))
                        return false;
                }
            return true;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void More_of_what_counts_never_lowers_the_score() =>
        Prop.ForAll(Gen.Choose(0, 200).Two().ToArbitrary(), pair =>
        {
            var (low, high) = (Math.Min(pair.Item1, pair.Item2), Math.Max(pair.Item1, pair.Item2));
            double[] roots = Given.Score(Points, Given.Table(
                ("1.1.a", [low, high]), ("1.1.b", [150, 150]), ("1.2", [40, 40]), ("2", [50, 50]), ("3.1", [low, high]))).Values[0];
            return roots[0] <= roots[1];
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Less_of_what_should_be_less_never_lowers_the_score() =>
        Prop.ForAll(Gen.Choose(0, 200).Two().ToArbitrary(), pair =>
        {
            var set = Given.Points(Given.Indicator("1", 10, new LinearRule(new("1", "x"), 150, 30), Given.Number("x")));
            double[] roots = Given.Score(set, Given.Table(("1", [Math.Max(pair.Item1, pair.Item2), Math.Min(pair.Item1, pair.Item2)]))).Values[0];
            return roots[0] <= roots[1];
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_units_changes_no_score_of_points() =>
        Prop.ForAll(Tables(PointColumns, absurd: true), table => SameInAnyOrder(Points, table)).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_units_changes_no_bit_of_a_normalised_score() =>
        Prop.ForAll(Tables(CompositeColumns, absurd: false), table => SameInAnyOrder(Composite, table)).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_columns_changes_no_score() =>
        Prop.ForAll(Tables(CompositeColumns, absurd: false), table =>
        {
            var turned = new UnitTable { Units = table.Units, Columns = table.Columns.Reverse().ToDictionary(column => column.Key, column => column.Value) };
            return Same(Scored(Composite, table), Scored(Composite, turned));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_siblings_changes_the_mean_by_rounding_at_most() =>
        Prop.ForAll(Tables(CompositeColumns, absurd: false), table =>
        {
            var turned = Composite with { Nodes = [.. Composite.Nodes.Reverse()] };
            var (one, other) = (Scored(Composite, table), Scored(turned, table));
            if (one is null || other is null)
                return one is null == other is null;
            return one[0].Zip(other[0]).All(pair => double.IsNaN(pair.First) ? double.IsNaN(pair.Second) : Math.Abs(pair.First - pair.Second) <= 1e-12 * Math.Max(1, Math.Abs(pair.First)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void One_plan_scores_on_many_threads_to_the_same_bits()
    {
        var plan = ScoringPlan.Compile(Points);
        var table = Given.Table([.. PointColumns.Select((column, row) => (column, Enumerable.Range(0, 500).Select(unit => (double)(unit * (row + 3) % 101)).ToArray()))]);
        double[][] expected = plan.Score(table).Values;
        Parallel.For(0, 32, _ => Same(expected, plan.Score(table).Values).ShouldBeTrue());
    }

    private static bool SameInAnyOrder(IndicatorSet set, UnitTable table)
    {
        var turned = new UnitTable
        {
            Units = [.. table.Units.Reverse()],
            Columns = table.Columns.ToDictionary(column => column.Key, column => column.Value.AsEnumerable().Reverse().ToArray()),
        };
        double[][]? back = Scored(set, turned)?.Select(column => column.AsEnumerable().Reverse().ToArray()).ToArray();
        return Same(Scored(set, table), back);
    }

    /// <summary>Null where the figures are a named fault, such as a column in which all are the same.</summary>
    private static double[][]? Scored(IndicatorSet set, UnitTable table)
    {
        try
        {
            return Given.Score(set, table).Values;
        }
        catch (ScoringException fault) when (fault.Code == "constant-column")
        {
            return null;
        }
    }

    private static bool Same(double[][]? one, double[][]? other) =>
        one is null || other is null ? one is null == other is null : one.Zip(other).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));

    private static Arbitrary<UnitTable> Tables(string[] columns, bool absurd)
    {
        var figure = Gen.Choose(0, 1000).Select(whole => whole / 8.0);
        var cell = absurd ? Gen.OneOf(figure, Gen.Elements(Absurd)) : figure;
        return (from units in Gen.Choose(2, 12)
                from cells in cell.ArrayOf(units * columns.Length)
                from groups in Gen.Elements("so", "huyen").ArrayOf(units)
                select Given.Table([.. columns.Select((column, row) => (column, cells[(row * units)..((row + 1) * units)]))]).InGroups(groups)).ToArbitrary();
    }
}
