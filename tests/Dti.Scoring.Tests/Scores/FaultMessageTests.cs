using Dti.Scoring.Scores;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;

namespace Dti.Scoring.Tests.Scores;

/// <summary>Every fault of a set or a table names the place and the mend, in full.</summary>
public sealed class FaultMessageTests
{
    private static readonly Normalisation None = new(NormaliseKind.None);

    private static readonly Normalisation MinMax = new(NormaliseKind.MinMax);

    public static TheoryData<string> Cases => [.. Faults.Keys];

    private static readonly Dictionary<string, (Action Act, string Message)> Faults = new()
    {
        ["constant-column min_max"] = (() => Column(new() { Normalise = MinMax }, 3, 3),
            "Column a: every value is 3; min_max needs at least two different values. Use goalposts, or leave the column out."),
        ["constant-column zscore"] = (() => Column(new() { Normalise = new(NormaliseKind.ZScore) }, 3, 3),
            "Column a: every value is 3; zscore needs at least two different values. Use goalposts, or leave the column out."),
        ["constant-column distance_to_max"] = (() => Column(new() { Normalise = new(NormaliseKind.DistanceToMax) }, 3, 3),
            "Column a: every value is 3; distance_to_max needs at least two different values. Use goalposts, or leave the column out."),
        ["constant-column percentile_rank"] = (() => Column(new() { Normalise = new(NormaliseKind.PercentileRank) }, 3, double.NaN),
            "Column a: only one unit has a value; percentile_rank needs at least two."),
        ["constant-column in a group"] = (() => Given.Score(
                Given.Composite(Given.Leaf("a", MinMax)) with { Within = StatisticsScope.Group }, Given.Table(("a", [1, 2, 5, 5])).InGroups("so", "so", "xa", "xa")),
            "Column a, group xa: every value is 5; min_max needs at least two different values. Use goalposts, or leave the column out."),
        ["equal-goalposts"] = (() => Column(new() { Normalise = new(NormaliseKind.Goalposts) { Low = 3, High = 3 } }, 1, 2),
            "Column a: both goalposts are 3; give a low and a high one."),
        ["target-not-above-minimum"] = (() => Column(new() { Normalise = new(NormaliseKind.DistanceToTarget) { Target = 1 } }, 1, 2),
            "Column a: the target 1 is no better than the worst value, so it tells units apart in no way; set a target beyond it."),
        ["reference-at-minimum"] = (() => Column(new() { Normalise = new(NormaliseKind.DistanceToReference) { Unit = "u1" } }, 1, 2),
            "Column a: the reference unit has the worst value; take another unit."),
        ["reference-at-minimum in a group"] = (() => Given.Score(
                Given.Composite(Given.Leaf("a", new(NormaliseKind.DistanceToReference) { Unit = "u1" })) with { Within = StatisticsScope.Group },
                Given.Table(("a", [1, 2])).InGroups("so", "so")),
            "Column a, group so: the reference unit has the worst value; take another unit."),
        ["reference-missing"] = (() => Column(new() { Normalise = new(NormaliseKind.DistanceToReference) { Unit = "u2" } }, 1, double.NaN),
            "Column a: the reference unit u2 has no value; take another unit."),
        ["unknown-unit"] = (() => Column(new() { Normalise = new(NormaliseKind.DistanceToReference) { Unit = "ai" } }, 1, 2),
            "Column a: distance_to_reference names unit ai, which the table lacks."),
        ["method-not-supported normalisation"] = (() => Column(new() { Normalise = new((NormaliseKind)77) }, 1, 2),
            "Column a: the normalisation 77 is not known here."),
        ["overflow normalised"] = (() => Column(new() { Normalise = MinMax }, -1e308, 1e308),
            "Column a, unit u2: the value 1E+308 cannot be normalised: the result is larger than a number can be, for the column's numbers are too large or too close to zero. Give the column in another unit."),
        ["overflow divided"] = (() => Divided([1e300], [1e-300]),
            "Column a, unit u1: the value 1E+300: divided by dan it is larger than a number can be."),
        ["zero-denominator"] = (() => Divided([1, 2], [1, 0]),
            "Column a, unit u2: the value 2: its denominator dan is 0; correct it or leave the cell empty."),
        ["log-of-non-positive"] = (() => Column(new() { Transform = Transform.Ln, Normalise = None }, 1, 0),
            "Column a, unit u2: the value 0 is 0; a logarithm needs a value above 0."),
        ["root-of-negative"] = (() => Column(new() { Transform = Transform.Sqrt, Normalise = None }, 1, -4),
            "Column a, unit u2: the value -4 is -4; a square root needs 0 or more."),
        ["log-of-non-positive constant"] = (() => Column(new() { Transform = Transform.Log10, Normalise = new(NormaliseKind.Goalposts) { Low = -1, High = 3 } }, 1, 2),
            "Column a: the constant of its normalisation is -1; a logarithm needs a value above 0."),
        ["unknown-column impute_by"] = (() => Column(new() { Impute = Imputation.GroupMean, ImputeBy = "vung", Normalise = None }, 1, double.NaN),
            "Column a: impute_by names vung, which the table lacks; add it or leave impute_by out."),
        ["non-positive-under-mean geometric"] = (() => Mean(Aggregation.Geometric, 0, 2),
            "Node a, unit u1: the score is 0; a geometric mean needs values above 0. Normalise to a scale that starts above 0, for example min_max from 1 to 100."),
        ["non-positive-under-mean harmonic"] = (() => Mean(Aggregation.Harmonic, 2, -1),
            "Node b, unit u1: the score is -1; a harmonic mean needs values above 0. Normalise to a scale that starts above 0, for example min_max from 1 to 100."),
        ["overflow mean"] = (() => Mean(Aggregation.Arithmetic, 1.7e308, 1.7e308),
            "Node INDEX, unit u1: the score: the mean is larger than a number can be."),
        ["wrong-kind in a normalised set"] = (() => ScoringPlan.Compile(Given.Composite(Given.Ten("1"))),
            "Node 1 is an indicator of points in a normalised set; give it normalise and weight."),
        ["negative-weight"] = (() => ScoringPlan.Compile(Given.Composite(Given.Leaf("a", None, -0.5))),
            "Node a has the weight -0.5; a weight is 0 or more."),
        ["negative-weight infinite"] = (() => ScoringPlan.Compile(Given.Composite(Given.Leaf("a", None, double.PositiveInfinity))),
            "Node a has the weight Infinity; a weight is 0 or more."),
        ["zero-weights"] = (() => ScoringPlan.Compile(Given.Composite(Given.Branch("a", Given.Leaf("a1", None, 0), Given.Leaf("a2", None, 0)))),
            "Under a every weight is 0; give at least one child a weight above 0."),
        ["wrong-kind in a set of points"] = (() => ScoringPlan.Compile(Given.Points(Given.Leaf("a", None))),
            "Node a is a normalised column in a set of points; give it points and a rule."),
        ["overflow points"] = (() => Given.Score(
                Given.Points(Given.Branch("1", Given.Indicator("1.1", 1.7e308, Yes("1.1"), Given.Number("x")), Given.Indicator("1.2", 1.7e308, Yes("1.2"), Given.Number("x")))),
                Given.Table(("1.1", [0, 1.0]), ("1.2", [1.0, 1]))),
            "Node INDEX, unit u2: the score is larger than a number can be; give smaller points."),
        ["unknown-operand"] = (() => ScoringPlan.Compile(Given.Points(Given.Indicator("1", 1, new YesNoRule(new("1", "y")), Given.Number("x")))),
            "Indicator 1: its rule reads 1.y, which does not exist."),
        ["unknown-operand of another"] = (() => ScoringPlan.Compile(Given.Points(Given.Indicator("1", 1, new YesNoRule(new("2", "x")), Given.Number("x")))),
            "Indicator 1: its rule reads 2.x, which does not exist."),
        ["empty-rule"] = (() => ScoringPlan.Compile(Given.Points(Given.Indicator("1", 1, new AnyRule([]), Given.Number("x")))),
            "Indicator 1: a rule made of others has none; give it at least one."),
        ["need-not-positive"] = (() => ScoringPlan.Compile(Given.Points(Given.Indicator("1", 1, new ChecklistRule([new("1", "x")], 0), Given.Number("x")))),
            "Indicator 1: a checklist's need is 0; it is above 0."),
        ["method-not-supported rule"] = (() => ScoringPlan.Compile(Given.Points(Given.Indicator("1", 1, new UnknownRule(), Given.Number("x")))),
            "Indicator 1: the rule UnknownRule is not known here."),
        ["duplicate-code"] = (() => ScoringPlan.Compile(Given.Points(Given.Ten("1"), Given.Ten("1"))),
            "Two nodes have the code 1; give each its own (INDEX is the root's)."),
        ["duplicate-code of the root"] = (() => ScoringPlan.Compile(Given.Points(Given.Ten("INDEX"))),
            "Two nodes have the code INDEX; give each its own (INDEX is the root's)."),
        ["mixed-node points"] = (() => ScoringPlan.Compile(Given.Points(Given.Ten("1") with { Children = [Given.Ten("1.1")] })),
            "Node 1 has children and a rule of its own; give it one or the other."),
        ["mixed-node column"] = (() => ScoringPlan.Compile(Given.Composite(Given.Leaf("a", None) with { Children = [Given.Leaf("a1", None)] })),
            "Node a has children and a rule of its own; give it one or the other."),
        ["ragged-table"] = (() => Given.Score(Given.Points(Given.Ten("1"), Given.Ten("2")), Given.Table(("1", [1, 2]), ("2", [1]))),
            "Column 2 has 1 values for 2 units."),
        ["not-finite"] = (() => Given.Score(Given.Points(Given.Ten("1")), Given.Table(("1", [1, double.NegativeInfinity]))),
            "Column 1, unit u2: the value is infinite; give a finite number or leave the cell empty."),
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_fault_names_the_place_and_the_mend(string fault)
    {
        var (act, message) = Faults[fault];
        var thrown = Should.Throw<ScoringException>(act);
        thrown.Message.ShouldBe(message);
        thrown.Code.ShouldBe(fault.Split(' ')[0]);
    }

    private static void Column(NormalisedLeaf leaf, params double[] values) =>
        Given.Score(Given.Composite(new Node { Code = "a", Name = Given.Name, Normalised = leaf }), Given.Table(("a", values)));

    private static void Divided(double[] values, double[] by) => Given.Score(
        Given.Composite(new Node { Code = "a", Name = Given.Name, Normalised = new() { Denominator = "dan", Normalise = None } }), Given.Table(("a", values), ("dan", by)));

    private static void Mean(Aggregation kind, double a, double b) =>
        Given.Score(Given.Composite(Given.Leaf("a", None), Given.Leaf("b", None)) with { Aggregate = kind }, Given.Table(("a", [a]), ("b", [b])));

    private static YesNoRule Yes(string code) => new(new Operand(code, "x"));

    private sealed record UnknownRule : Rule;
}
