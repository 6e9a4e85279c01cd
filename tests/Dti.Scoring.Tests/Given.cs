using Dti.Scoring.Scores;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;

namespace Dti.Scoring.Tests;

/// <summary>Small sets and tables that a test changes by one line.</summary>
internal static class Given
{
    public static readonly Text Name = new("Tên");

    private static readonly PeerGroup[] Groups = [new("so", Name), new("huyen", Name), new("xa", Name)];

    public static IndicatorSet Points(params Node[] nodes) =>
        new() { Code = "thu", Year = 2025, Title = Name, Kind = SetKind.Points, Nodes = nodes, Groups = Groups };

    public static IndicatorSet Composite(params Node[] nodes) =>
        new() { Code = "thu", Year = 2025, Title = Name, Kind = SetKind.Normalised, Nodes = nodes, Groups = Groups };

    public static Node Branch(string code, params Node[] children) => new() { Code = code, Name = Name, Children = children };

    public static Node Indicator(string code, double points, Rule rule, params Input[] inputs) =>
        new() { Code = code, Name = Name, Indicator = new() { Points = points, Rule = rule, Inputs = inputs } };

    /// <summary>10 points in proportion to one number from 0 to 10.</summary>
    public static Node Ten(string code) => Indicator(code, 10, new LinearRule(new(code, "x"), 0, 10), Number("x"));

    public static Node Leaf(string code, Normalisation normalise, double weight = 1) =>
        new() { Code = code, Name = Name, Weight = weight, Normalised = new() { Normalise = normalise } };

    public static Input Number(string id) => Input(id, InputType.Number);

    public static Input Input(string id, InputType type, params string[] options) => new()
    {
        Id = id,
        Type = type,
        From = new(InputSourceKind.Self),
        Options = [.. options.Select(option => new ChoiceOption(option, Name))],
    };

    /// <summary>Units u1, u2, … of one group; columns of equal length.</summary>
    public static UnitTable Table(params (string Column, double[] Values)[] columns) => new()
    {
        Units = [.. Enumerable.Range(1, columns[0].Values.Length).Select(number => new TableUnit($"u{number}", ""))],
        Columns = columns.ToDictionary(column => column.Column, column => column.Values),
    };

    public static UnitTable InGroups(this UnitTable table, params string[] groups) => new()
    {
        Units = [.. table.Units.Select((unit, row) => unit with { Group = groups[row] })],
        Columns = table.Columns,
        Labels = table.Labels,
    };

    /// <summary>The share one rule earns for one unit; NaN = excluded.</summary>
    public static double Share(Rule rule, params (string Id, InputType Type, double Value)[] inputs)
    {
        var set = Points(Indicator("1", 1, rule, [.. inputs.Select(input => Input(input.Id, input.Type))]));
        return Score(set, Table([.. inputs.Select(input => (inputs.Length == 1 ? "1" : $"1.{input.Id}", new[] { input.Value }))])).Values[1][0];
    }

    public static SetScores Score(IndicatorSet set, UnitTable table) => ScoringPlan.Compile(set).Score(table);

    public static double[] Of(this SetScores scores, string code) =>
        scores.Values[scores.Plan.Nodes.First(node => node.Code == code).Index];

    public static ScoreTrace Explain(this SetScores scores, string code, int unit = 0) =>
        scores.Explain(unit, scores.Plan.Nodes.First(node => node.Code == code).Index);

    /// <summary>Equal to 1e-9 relative to max(1, |x|), and missing where missing is expected.</summary>
    public static void ShouldAgreeWith(this double[] have, double[] want, string what = "")
    {
        have.Length.ShouldBe(want.Length, what);
        for (int row = 0; row < want.Length; row++)
            (double.IsNaN(want[row]) ? double.IsNaN(have[row]) : Math.Abs(have[row] - want[row]) <= 1e-9 * Math.Max(1, Math.Abs(want[row])))
                .ShouldBeTrue($"{what} row {row}: {have[row]} is not {want[row]}");
    }

    public static string Fault(Action action) => Should.Throw<ScoringException>(action).Code;
}
