using Dti.Scoring.Scores;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;

namespace Dti.Scoring.Tests.Composites;

/// <summary>What a normalised score says of itself: the scale with the unit's numbers, and the steps before it.</summary>
public sealed class CompositeTraceTests
{
    private static readonly Normalisation None = new(NormaliseKind.None);

    /// <summary>Units have −2, 1 and 6; the formula is of the unit asked for.</summary>
    public static TheoryData<Normalisation, int, double, string> Scales => new()
    {
        { None, 0, -2, "-2" },
        { new(NormaliseKind.MinMax), 1, 0.375, "(1 − (-2)) / (6 − (-2))" },
        { new(NormaliseKind.MinMax) { Upper = 100 }, 2, 100, "(6 − (-2)) / (6 − (-2)) × 100" },
        { new(NormaliseKind.MinMax) { Lower = 1, Upper = 2 }, 2, 2, "(6 − (-2)) / (6 − (-2)) + 1" },
        { new(NormaliseKind.MinMax) { Lower = -5, Upper = -9 }, 1, -6.5, "(1 − (-2)) / (6 − (-2)) × (-4) + (-5)" },
        { new(NormaliseKind.Goalposts) { Low = 0, High = 4 }, 0, 0, "(-2 − 0) / (4 − 0), held within 0 and 1" },
        { new(NormaliseKind.Goalposts) { Low = 0, High = 4 }, 1, 0.25, "(1 − 0) / (4 − 0)" },
        { new(NormaliseKind.Goalposts) { Low = 0, High = 4 }, 2, 1, "(6 − 0) / (4 − 0), held within 0 and 1" },
        { new(NormaliseKind.Goalposts) { Low = -2, High = 6 }, 0, 0, "(-2 − (-2)) / (6 − (-2))" },
        { new(NormaliseKind.Goalposts) { Low = -2, High = 6 }, 2, 1, "(6 − (-2)) / (6 − (-2))" },
        { new(NormaliseKind.Goalposts) { Low = 0, High = 4, Truncate = false }, 2, 1.5, "(6 − 0) / (4 − 0)" },
        { new(NormaliseKind.Goalposts) { Low = 0, High = 4, Lower = 10, Upper = 2 }, 2, 2, "(6 − 0) / (4 − 0) × (-8) + 10, held within 10 and 2" },
        { new(NormaliseKind.Rank), 1, 2, "2 (rank from below, of 3)" },
        { new(NormaliseKind.Borda), 2, 2, "2 (units below, of 3)" },
        { new(NormaliseKind.PercentileRank), 1, 0.5, "1 / 2 (units below, of the others)" },
        { new(NormaliseKind.DistanceToMax), 0, 0, "1 − (6 − (-2)) / (6 − (-2))" },
        { new(NormaliseKind.DistanceToTarget) { Target = 4 }, 1, 0.5, "min(1, (1 − (-2)) / (4 − (-2)))" },
        { new(NormaliseKind.DistanceToTarget) { Target = 4 }, 2, 1, "min(1, (6 − (-2)) / (4 − (-2)))" },
        { new(NormaliseKind.DistanceToTarget) { Target = 2, Cap = false }, 2, 2, "(6 − (-2)) / (2 − (-2))" },
        { new(NormaliseKind.DistanceToReference) { Unit = "u2" }, 0, 0, "1 − (1 − (-2)) / (1 − (-2))" },
    };

    [Theory]
    [MemberData(nameof(Scales))]
    public void Each_scale_shows_how_the_value_became_the_score(Normalisation normalise, int unit, double score, string formula)
    {
        var trace = Given.Score(Given.Composite(Given.Leaf("a", normalise)), Given.Table(("a", [-2, 1, 6]))).Explain("a", unit);
        trace.Score.ShouldBe(score);
        trace.Formula.ShouldBe(formula);
        trace.Remark.ShouldBeNull();
    }

    /// <summary>Of 1, 2, 3 the mean is 2 and the standard deviation 1.</summary>
    [Fact]
    public void A_z_score_shows_mean_and_deviation()
    {
        var trace = Given.Score(Given.Composite(Given.Leaf("a", new(NormaliseKind.ZScore) { Mean = -50, Sd = 5 })), Given.Table(("a", [1, 2, 3]))).Explain("a", 2);
        trace.Score.ShouldBe(-45);
        trace.Formula.ShouldBe("(3 − 2) / 1 × 5 + (-50)");
    }

    public static TheoryData<NormalisedLeaf, double[], string?> Remarks => new()
    {
        { new() { Normalise = None }, [4, 2, 1], null },
        { new() { Normalise = None }, [double.NaN, 2, 1], "missing" },
        { new() { Normalise = None, Impute = Imputation.Median }, [double.NaN, 2, 1], "missing, filled with the median" },
        { new() { Normalise = None, Impute = Imputation.Mean }, [double.NaN, 2, 1], "missing, filled with the mean" },
        { new() { Normalise = None, Impute = Imputation.GroupMean }, [double.NaN, 2, 1], "missing, filled with the mean of its group" },
        { new() { Normalise = None, Impute = Imputation.Mean }, [4, double.NaN, 1], null },
        { new() { Normalise = None, Impute = Imputation.Mean }, [double.NaN, double.NaN, double.NaN], "missing" },
        { new() { Normalise = None, Transform = Transform.Ln }, [4, 2, 1], "ln" },
        { new() { Normalise = None, Transform = Transform.Log10 }, [4, 2, 1], "log10" },
        { new() { Normalise = None, Transform = Transform.Sqrt, Direction = -1 }, [4, 2, 1], "square root; × −1, as less is better" },
        { new() { Normalise = None, Treat = new(1) }, [1000, 2, 1, 2, 3, 1, 2, 2, 1, 3], "winsorised (1 values moved)" },
        { new() { Normalise = None, Treat = new(0) }, [1000, 2, 1, 2, 3, 1, 2, 2, 1, 3], "log(x − min + 0.01 (max − min)) taken for outliers" },
        { new() { Normalise = None, Treat = new() }, [4, 2, 1, 2, 3], null },
    };

    [Theory]
    [MemberData(nameof(Remarks))]
    public void Each_step_before_the_scale_is_told(NormalisedLeaf leaf, double[] values, string? remark)
    {
        var trace = Given.Score(Given.Composite(new Node { Code = "a", Name = Given.Name, Normalised = leaf }), Given.Table(("a", values))).Explain("a");
        trace.Remark.ShouldBe(remark);
        (trace.Formula.Length == 0).ShouldBe(remark == "missing");
        var operand = trace.Operands.ShouldHaveSingleItem();
        (operand.Column, operand.Name, operand.Value, operand.Type, operand.Source).ShouldBe(("a", "Tên", values[0], InputType.Number, "table"));
    }

    [Fact]
    public void A_denominator_is_an_operand_with_its_own_name()
    {
        var node = new Node { Code = "a", Name = Given.Name, Source = "QĐ 142, III.2", Normalised = new() { Denominator = "dan", Normalise = None } };
        var trace = Given.Score(Given.Composite(node), Given.Table(("a", [10.0]), ("dan", [4.0]))).Explain("a");
        trace.Score.ShouldBe(2.5);
        trace.Law.ShouldBe("QĐ 142, III.2");
        trace.Children.ShouldBeEmpty();
        (trace.Maximum, trace.Share).ShouldBe((double.NaN, double.NaN));
        trace.Operands.ShouldBe([new("a", "Tên", 10, InputType.Number, "table"), new("dan", "dan", 4, InputType.Number, "table")]);
    }

    [Fact]
    public void Inside_groups_a_trace_shows_the_scale_of_the_units_own_group()
    {
        var set = Given.Composite(Given.Leaf("a", new(NormaliseKind.MinMax))) with { Within = StatisticsScope.Group };
        var scores = Given.Score(set, Given.Table(("a", [0, 10, 5, 7, 6])).InGroups("xa", "xa", "so", "so", "so"));
        scores.Explain("a", 1).Formula.ShouldBe("(10 − 0) / (10 − 0)");
        scores.Explain("a", 4).Formula.ShouldBe("(6 − 5) / (7 − 5)");
    }

    [Theory]
    [InlineData(Aggregation.Arithmetic, "(2 × 4 + 1 × 8) / (2 + 1)")]
    [InlineData(Aggregation.Geometric, "(4^2 × 8^1)^(1 / (2 + 1))")]
    [InlineData(Aggregation.Harmonic, "(2 + 1) / (2 / 4 + 1 / 8)")]
    public void Each_mean_is_shown_with_its_weights(Aggregation kind, string formula)
    {
        var node = Given.Branch("n", Given.Leaf("a", None, 2), Given.Leaf("b", None)) with { Aggregate = kind, Source = "Điều 5" };
        var trace = Given.Score(Given.Composite(node, Given.Leaf("c", None)), Given.Table(("a", [4.0]), ("b", [8.0]), ("c", [1.0]))).Explain("n");
        trace.Formula.ShouldBe(formula);
        trace.Remark.ShouldBeNull();
        trace.Law.ShouldBe("Điều 5");
        trace.Operands.ShouldBeEmpty();
        trace.Children.ShouldBe([new("a", 4, 2), new("b", 8, 1)]);
    }

    [Fact]
    public void Too_few_children_are_told_with_the_threshold()
    {
        var set = Given.Composite(
            Given.Branch("n", Given.Leaf("a", None), Given.Leaf("b", None)) with { DataThreshold = 0.75 }, Given.Leaf("c", None), Given.Leaf("d", None)) with { DataThreshold = 0.5 };
        var scores = Given.Score(set, Given.Table(("a", [4.0, double.NaN]), ("b", [double.NaN, double.NaN]), ("c", [double.NaN, double.NaN]), ("d", [1, 1.0])));
        scores.Explain("n").Remark.ShouldBe("1 of 2 children have data, too few for the threshold 0.75");
        scores.Explain("n").Formula.ShouldBeEmpty();
        scores.Explain("n", 1).Remark.ShouldBe("nothing below it has a score");
        scores.Explain(ScoringPlan.RootCode).Remark.ShouldBe("1 of 3 children have data, too few for the threshold 0.5");
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(2, 0)]
    [InlineData(0, -1)]
    [InlineData(0, 3)]
    public void Only_units_and_nodes_that_exist_can_be_explained(int unit, int node)
    {
        var scores = Given.Score(Given.Composite(Given.Leaf("a", None), Given.Leaf("b", None)), Given.Table(("a", [1, 2]), ("b", [1, 2])));
        Should.Throw<ArgumentOutOfRangeException>(() => scores.Explain(unit, node)).ParamName.ShouldBe(unit == 0 ? "node" : "unit");
        scores.Explain(1, 2).Code.ShouldBe("b");
    }
}
