using Dti.Scoring.Rankings;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;
using Dti.Scoring.Uncertainty;

namespace Dti.Scoring.Tests.Uncertainty;

public sealed class UncertaintyFaultTests
{
    private static readonly Normalisation None = new(NormaliseKind.None);

    private static readonly IndicatorSet Means = Given.Composite(Given.Leaf("a", None), Given.Leaf("b", None)) with { Groups = [] };

    [Fact]
    public void A_value_a_geometric_mean_cannot_take_is_named()
    {
        var set = Means with { Uncertainty = new() { Aggregate = [Aggregation.Arithmetic, Aggregation.Geometric] } };
        var table = Given.Table(("a", [1, 2, 3]), ("b", [4, -5, 6]));
        var fault = Should.Throw<Scoring.Scores.ScoringException>(() => Run(set, table));
        fault.Code.ShouldBe("non-positive-under-mean");
        fault.Message.ShouldBe("Node b, unit u2: in a draw of the uncertainty the score is -5; a geometric mean needs values above 0. "
            + "Normalise to a scale that starts above 0, or take geometric out of uncertainty.aggregate.");
    }

    [Fact]
    public void Zero_is_such_a_value_wherever_it_stands()
    {
        var set = Means with { Uncertainty = new() { Aggregate = [Aggregation.Arithmetic, Aggregation.Geometric] } };
        for (int zero = 0; zero < 9; zero++)
        {
            double[] b = [4, 5, 6, 7, 8, 9, 10, 11, 12];
            b[zero] = 0;
            Should.Throw<Scoring.Scores.ScoringException>(() => Run(set, Given.Table(("a", [1, 2, 3, 4, 5, 6, 7, 8, 9]), ("b", b))))
                .Message.ShouldStartWith($"Node b, unit u{zero + 1}: in a draw of the uncertainty the score is 0;");
        }
    }

    [Fact]
    public void The_same_fault_is_told_on_any_number_of_threads()
    {
        var set = Means with { Uncertainty = new() { Aggregate = [Aggregation.Arithmetic, Aggregation.Geometric] } };
        var table = Given.Table(("a", [.. Enumerable.Range(-50, 300).Select(x => (double)x)]), ("b", [.. Enumerable.Range(0, 300).Select(x => x + 0.5)]));
        string first = Should.Throw<Scoring.Scores.ScoringException>(() => Run(set, table, 1)).Message;
        for (int threads = 2; threads < 9; threads++)
            Should.Throw<Scoring.Scores.ScoringException>(() => Run(set, table, threads)).Message.ShouldBe(first);
    }

    [Theory]
    [InlineData(NormaliseKind.Goalposts, "low and high")]
    [InlineData(NormaliseKind.DistanceToReference, "unit")]
    [InlineData(NormaliseKind.DistanceToTarget, "target")]
    public void An_alternative_needs_its_constants(NormaliseKind kind, string what) =>
        Fault(Means with { Uncertainty = new() { Normalise = [kind] } }).ShouldBe(("alternative-without-constants",
            $"Node a: uncertainty.normalise names {kind}, but the leaf gives no {what}; leave that alternative out."));

    [Fact]
    public void An_alternative_takes_a_comparable_scale()
    {
        var z = Alternatives.Constants("a", new(NormaliseKind.MinMax) { Lower = 1, Upper = 101 }, NormaliseKind.ZScore);
        (z.Mean, z.Sd).ShouldBe((51, 10));
        var scale = Alternatives.Constants("a", new(NormaliseKind.ZScore) { Mean = 50, Sd = 8 }, NormaliseKind.MinMax);
        (scale.Lower, scale.Upper).ShouldBe((10, 90));
        var ofRank = Alternatives.Constants("a", new(NormaliseKind.Rank), NormaliseKind.MinMax);
        (ofRank.Lower, ofRank.Upper).ShouldBe((1, 100));
        foreach (var own in (NormaliseKind[])[NormaliseKind.MinMax, NormaliseKind.Goalposts])
        {
            var ofUnit = Alternatives.Constants("a", new(own) { Lower = 0, Upper = 1 }, NormaliseKind.ZScore);
            (ofUnit.Mean, ofUnit.Sd).ShouldBe((0.5, 0.1));
        }
    }

    [Fact]
    public void An_error_of_an_unknown_column_is_refused() =>
        Fault(Means with { Uncertainty = new() { Inputs = new Dictionary<string, double> { ["x"] = 0.1 } } })
            .ShouldBe(("unknown-column", "uncertainty.inputs names x, which is no column of the set."));

    [Fact]
    public void An_error_of_an_answer_is_refused()
    {
        var set = Given.Points(Given.Indicator("1", 10, new YesNoRule(new("1", "x")), Given.Input("x", InputType.YesNo))) with
        {
            Uncertainty = new() { Inputs = new Dictionary<string, double> { ["1"] = 0.1 } },
        };
        Told(() => Run(set, Given.Table(("1", [1, 0])))).ShouldBe(("input-not-a-quantity",
            "uncertainty.inputs names 1, which is of type YesNo; a relative error is for counts, numbers and percents."));
    }

    [Fact]
    public void The_only_indicator_cannot_be_left_out() =>
        Told(() => Run(Given.Points(Given.Ten("1")) with { Uncertainty = new() { DropOne = true } }, Given.Table(("1", [1, 2])))).ShouldBe(("nothing-left",
            "uncertainty.drop leaves out one indicator, but the set has only one; take drop out of the set."));

    [Fact]
    public void Figures_at_the_ends_of_the_scale_give_ranks()
    {
        var result = AgainstThePlainWayTests.Run(Means, Given.Table(("a", [1e308, -1e308, double.Epsilon, 0, double.NaN]), ("b", [0, 0, double.Epsilon, 1e-310, double.NaN])), 100, 1);
        result.Units.Select(unit => unit?.Median).ShouldBe([1, 5 - 1, 2, 2, null]);
    }

    [Fact]
    public void An_error_that_makes_a_figure_infinite_is_a_fault() =>
        Told(() => Run(Means with { Uncertainty = new() { Inputs = new Dictionary<string, double> { ["a"] = 1 } } }, Given.Table(("a", [1.7e308, 1]), ("b", [0, 1])))).ShouldBe(("overflow",
            "Column a, unit u1: with its error the value is larger than a number can be."));

    [Fact]
    public void A_mean_that_only_a_draw_makes_infinite_is_a_fault()
    {
        // 1.05 × 1.7e308 is still a number; a draw's weights above 1 carry the sum past the largest.
        var set = Given.Composite(Given.Leaf("a", None, 1), Given.Leaf("b", None, 0.05)) with { Groups = [], Uncertainty = new() { Weights = 0.9 } };
        Told(() => Run(set, Given.Table(("a", [1.7e308, 1]), ("b", [1.7e308, 1])))).ShouldBe(("overflow",
            "With the weights of a draw a mean is larger than a number can be; give the columns in larger units."));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1_000_001)]
    public void Draws_are_between_one_and_a_million(int draws) =>
        Should.Throw<ArgumentOutOfRangeException>(() => AgainstThePlainWayTests.Run(Means, Given.Table(("a", [1, 2]), ("b", [1, 2])), draws, 0));

    [Fact]
    public void What_would_not_fit_in_memory_is_refused_before_it_is_tried()
    {
        Told(() => AgainstThePlainWayTests.Run(Means, Rising(300), 1_000_000, 0)).ShouldBe(("too-many-draws",
            "The ranks of 300 units in 1000000 draws take too much memory; ask for at most 666666 draws."));
        Told(() => AgainstThePlainWayTests.Run(Means, Rising(32_768), 10, 0)).ShouldBe(("too-many-units",
            "32768 units are ranked together; rank intervals are for at most 32767. Rank them in groups or pools, or leave the uncertainty out."));
    }

    private static (string Code, string Message) Fault(IndicatorSet set) => Told(() => Run(set, Given.Table(("a", [1, 2, 3]), ("b", [3, 2, 2.5]))));

    private static (string Code, string Message) Told(Action action)
    {
        var fault = Should.Throw<Scoring.Scores.ScoringException>(action);
        return (fault.Code, fault.Message);
    }

    private static RankUncertainty Run(IndicatorSet set, UnitTable table, int threads = 2) => AgainstThePlainWayTests.Run(set, table, 200, 3, threads);

    private static UnitTable Rising(int units)
    {
        double[] rising = [.. Enumerable.Range(0, units).Select(x => (double)x)];
        return Given.Table(("a", rising), ("b", rising));
    }
}
