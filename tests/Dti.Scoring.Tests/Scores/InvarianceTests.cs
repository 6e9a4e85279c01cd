using Dti.Scoring.Rankings;
using Dti.Scoring.Scores;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;
using FsCheck;
using FsCheck.Fluent;

namespace Dti.Scoring.Tests.Scores;

/// <summary>What a normalisation or a rule promises to leave alone: adding a constant, scaling, any rising function, any order.</summary>
public sealed class InvarianceTests
{
    private static readonly Dictionary<string, NormalisedLeaf> Leaves = new()
    {
        ["min_max"] = Of(new(NormaliseKind.MinMax) { Lower = 1, Upper = 100 }),
        ["min_max, less is better"] = Of(new(NormaliseKind.MinMax) { Lower = 1, Upper = 100 }) with { Direction = -1 },
        ["min_max of treated values"] = Of(new(NormaliseKind.MinMax)) with { Treat = new(2, 0.5, 0.5) },
        ["min_max of filled gaps"] = Of(new(NormaliseKind.MinMax)) with { Impute = Imputation.Median },
        ["zscore"] = Of(new(NormaliseKind.ZScore) { Mean = 50, Sd = 10 }),
        ["rank"] = Of(new(NormaliseKind.Rank)),
        ["borda"] = Of(new(NormaliseKind.Borda)),
        ["percentile_rank"] = Of(new(NormaliseKind.PercentileRank)),
        ["distance_to_max"] = Of(new(NormaliseKind.DistanceToMax)),
        ["distance_to_reference"] = Of(new(NormaliseKind.DistanceToReference) { Unit = "u1" }),
        ["goalposts"] = Of(new(NormaliseKind.Goalposts) { Low = 10, High = 100, Upper = 10 }),
        ["goalposts, less is better"] = Of(new(NormaliseKind.Goalposts) { Low = 10, High = 100, Truncate = false }) with { Direction = -1 },
        ["distance_to_target"] = Of(new(NormaliseKind.DistanceToTarget) { Target = 200, Cap = false }),
    };

    public static TheoryData<string> Kinds => [.. Leaves.Keys];

    /// <summary>Constants that are given in the input's own units move with it.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Adding_a_constant_changes_nothing(string kind) =>
        Prop.ForAll(Columns(), Gen.Choose(-4000, 4000).ToArbitrary(), (column, eighths) =>
        {
            double by = eighths / 8.0;
            return Agree(Scored(Leaves[kind], column), Scored(Moved(Leaves[kind], x => x + by), [.. column.Select(x => x + by)]));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Other_units_of_measure_change_nothing(string kind) =>
        Prop.ForAll(Columns(), Gen.Choose(1, 100_000).ToArbitrary(), (column, thousandths) =>
        {
            double by = thousandths / 1000.0;
            return Agree(Scored(Leaves[kind], column), Scored(Moved(Leaves[kind], x => x * by), [.. column.Select(x => x * by)]));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("rank")]
    [InlineData("borda")]
    [InlineData("percentile_rank")]
    public void A_rising_function_changes_no_rank(string kind) =>
        Prop.ForAll(Columns(), column => Agree(Scored(Leaves[kind], column), Scored(Leaves[kind], [.. column.Select(x => x * x * x + x)]))).QuickCheckThrowOnFailure();

    /// <summary>The promises are no accident of the tests: the same change does show where it is not promised.</summary>
    [Fact]
    public void Goalposts_that_stay_see_the_shift() =>
        Agree(Scored(Leaves["goalposts"], [20, 40, 60]), Scored(Leaves["goalposts"], [21, 41, 61])).ShouldBeFalse();

    [Fact]
    public void A_ratio_and_a_share_of_the_best_do_not_see_other_units_of_measure()
    {
        var set = Given.Points(
            Given.Indicator("1", 30, new RatioRule(new("1", "a"), new("1", "b"), 0.8, 0.1, WhenEmpty.Exclude), Given.Number("a"), Given.Number("b")),
            Given.Indicator("2", 20, new RelativeRule(new("2", "x"), WhenEmpty.Full), Given.Number("x"))) with { Groups = [] };
        Prop.ForAll(Columns(), Columns(), Gen.Choose(0, 20).ToArbitrary(), (a, b, power) =>
        {
            int units = Math.Min(a.Length, b.Length);
            // A power of two, so that a quotient at a limit stays at it to the bit.
            double by = Math.Pow(2, power - 10);
            double[][] Roots(double factor) => Given.Score(set, Given.Table(
                ("1.a", [.. a.Take(units).Select(x => Math.Abs(x) * factor)]), ("1.b", [.. b.Take(units).Select(x => Math.Abs(x) * factor)]), ("2", [.. a.Take(units).Select(x => Math.Abs(x) * factor)]))).Values;
            return Agree(Roots(1)[0], Roots(by)[0]);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_line_and_steps_do_not_see_a_shift_of_figures_and_limits_together()
    {
        static IndicatorSet Set(double by) => Given.Points(
            Given.Indicator("1", 30, new LinearRule(new("1", "x"), 10 + by, 100 + by), Given.Number("x")),
            Given.Indicator("2", 20, new LinearRule(new("2", "x"), 100 + by, 10 + by), Given.Number("x")),
            Given.Indicator("3", 50, new StepsRule(new("3", "x"), [new(10 + by, 0.25), new(50 + by, 1)]), Given.Number("x"))) with { Groups = [] };
        Prop.ForAll(Columns(), Gen.Choose(-4000, 4000).ToArbitrary(), (column, eighths) =>
        {
            double by = eighths / 8.0;
            double[] Roots(double shift) => Given.Score(Set(shift), Given.Table(
                ("1", [.. column.Select(x => x + shift)]), ("2", [.. column.Select(x => x + shift)]), ("3", [.. column.Select(x => x + shift)]))).Values[0];
            return Agree(Roots(0), Roots(by));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_figure_and_its_denominator_measured_otherwise_change_nothing()
    {
        var leaf = Of(new(NormaliseKind.MinMax)) with { Denominator = "people" };
        Prop.ForAll(Columns(), Gen.Choose(1, 100_000).ToArbitrary(), (column, thousandths) =>
        {
            double by = thousandths / 1000.0;
            double[] people = [.. column.Select((_, row) => 3.0 + row)];
            return Agree(Scored(leaf, column, people), Scored(leaf, [.. column.Select(x => x * by)], [.. people.Select(x => x * by)]));
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>Any order of units and of columns; statistics inside groups, gaps filled and outliers treated among them.</summary>
    [Fact]
    public void No_order_of_units_or_columns_changes_a_bit_of_a_score_or_a_rank()
    {
        var set = Given.Composite(
            Given.Branch("a", [.. Leaves.Where(pair => pair.Key is not "distance_to_target" and not "distance_to_reference").Select((pair, i) => new Node { Code = $"a{i}", Name = Given.Name, Weight = i + 1, Normalised = pair.Value })]),
            Given.Leaf("b", new(NormaliseKind.PercentileRank))) with { Groups = [] };
        string[] codes = [.. set.AllNodes().Where(node => node.Normalised is not null).Select(node => node.Code)];
        Prop.ForAll(Columns(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (column, seed) =>
        {
            var random = new Random(seed);
            int[] order = [.. Enumerable.Range(0, column.Length)];
            random.Shuffle(order);
            var table = Given.Table([.. codes.Select((code, shift) => (code, Turned(column, shift)))]);
            var turned = new UnitTable
            {
                Units = [.. order.Select(unit => table.Units[unit])],
                Columns = table.Columns.OrderBy(_ => random.Next()).ToDictionary(pair => pair.Key, pair => order.Select(unit => pair.Value[unit]).ToArray()),
            };
            var (one, other) = (Given.Score(set, table), Given.Score(set, turned));
            var ranks = Ranking.Rank(set, table, one.Values[0]).ToDictionary(row => table.Units[row.Unit].Code, row => row.Rank);
            return one.Values.Zip(other.Values).All(pair => order.Select(unit => pair.First[unit]).SequenceEqual(pair.Second))
                && Ranking.Rank(set, turned, other.Values[0]).All(row => ranks[turned.Units[row.Unit].Code] == row.Rank);
        }).QuickCheckThrowOnFailure();
    }

    private static NormalisedLeaf Of(Normalisation by) => new() { Normalise = by };

    private static double[] Turned(double[] column, int shift) => [.. Enumerable.Range(0, column.Length).Select(row => column[(row + shift) % column.Length])];

    private static NormalisedLeaf Moved(NormalisedLeaf leaf, Func<double, double> by) => leaf with
    {
        Normalise = leaf.Normalise with { Low = by(leaf.Normalise.Low), High = by(leaf.Normalise.High), Target = by(leaf.Normalise.Target) },
    };

    private static double[] Scored(NormalisedLeaf leaf, double[] column, double[]? by = null)
    {
        var set = Given.Composite(new Node { Code = "x", Name = Given.Name, Normalised = leaf }) with { Groups = [] };
        var table = by is null ? Given.Table(("x", column)) : Given.Table(("x", column), (leaf.Denominator!, by));
        return Given.Score(set, table).Of("x");
    }

    private static bool Agree(double[] one, double[] other) => one.Zip(other).All(pair =>
        double.IsNaN(pair.First) ? double.IsNaN(pair.Second) : Math.Abs(pair.First - pair.Second) <= 1e-9 * Math.Max(1, Math.Abs(pair.First)));

    /// <summary>3 to 14 figures in eighths with gaps; the first three make the column neither constant nor its reference its worst.</summary>
    private static Arbitrary<double[]> Columns() =>
        (from rest in Gen.Frequency((9, Gen.Choose(-400, 1200).Select(eighths => eighths / 8.0)), (1, Gen.Constant(double.NaN))).ArrayOf()
         select (double[])[75.125, -50, 140.5, .. rest.Take(11)]).ToArbitrary();
}
