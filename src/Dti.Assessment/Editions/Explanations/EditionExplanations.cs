using Dti.Scoring.Explanations;
using Dti.Scoring.Scores;
using Dti.Scoring.Sets;

namespace Dti.Assessment.Editions.Explanations;

/// <summary>
/// Explains a published edition by scoring its own inputs again. Scores shown are the published ones; where the inputs do not give a
/// unit's total (a file that verification refuses), nothing is said about how to improve it.
/// </summary>
public sealed class EditionExplanations
{
    private readonly Edition _edition;
    private readonly string _sha256;
    private readonly Lazy<Rescored> _rescored;
    private readonly Lazy<ILookup<(string Unit, string Key), EditionInput>> _cells;
    private readonly Lazy<Dictionary<(string Unit, string Code), EditionScore>> _published;
    private readonly Dictionary<string, int> _rows;
    private readonly Dictionary<string, Column> _columns;
    private readonly Dictionary<string, Node> _nodes;

    public EditionExplanations(Edition edition, IndicatorSet set, string sha256)
    {
        (_edition, _sha256) = (edition, sha256);
        _rescored = new(() => new(edition, set));
        _cells = new(() => edition.Inputs.ToLookup(cell => (cell.Unit, cell.Key)));
        _published = new(() => edition.Scores.ToDictionary(score => (score.Unit, score.Code)));
        _rows = edition.Units.Select((unit, row) => (unit.Code, row)).ToDictionary(unit => unit.Code, unit => unit.row, StringComparer.Ordinal);
        _columns = Columns.Of(set).ToDictionary(column => column.Key, StringComparer.Ordinal);
        _nodes = set.AllNodes().ToDictionary(node => node.Code, StringComparer.Ordinal);
        HasEfforts = _nodes.Values.Any(node => node.Effort != 1);
    }

    /// <summary>The set says what improving costs, so that actions can be ordered by points per effort.</summary>
    public bool HasEfforts { get; }

    /// <returns>Null when the edition has no such unit.</returns>
    public UnitExplanation? Of(string unit) => !_rows.TryGetValue(unit, out int row) ? null : new()
    {
        Edition = _edition.Id,
        Sha256 = _sha256,
        Year = _edition.Year,
        Notice = _edition.Notice,
        Unit = _edition.Units[row],
        Ranking = _edition.Ranking.FirstOrDefault(rank => rank.Unit == unit),
        Nodes = [.. _rescored.Value.Scores.Plan.Nodes.Select(node => Explain(unit, row, node))],
        Improvements = Improvements(unit),
        Unclear = Lifted(unit)?.Unclear ?? [],
        Comparison = _edition.Comparison?.Units.FirstOrDefault(compared => compared.Unit == unit),
    };

    /// <summary>Most points gained first; none for an unknown unit, one without a score, or one whose published total its inputs do not give.</summary>
    public IReadOnlyList<EditionImprovement> Improvements(string unit) =>
    [
        .. (Lifted(unit)?.Actions ?? []).Select(action => new EditionImprovement(
            action.Code, _nodes[action.Code].Name.Vi, action.Gained, action.Score, action.Rank, HasEfforts ? action.Effort : null)),
    ];

    private UnitImprovements? Lifted(string unit) =>
        _rows.TryGetValue(unit, out int row)
        && _published.Value.GetValueOrDefault((unit, ScoringPlan.RootCode))?.Score is { } total
        && _rescored.Value.Improvements.Of(row) is var lifted && lifted.Score.Equals(total) ? lifted : null;

    private NodeExplanation Explain(string unit, int row, PlanNode node)
    {
        var trace = _rescored.Value.Scores.Explain(row, node.Index);
        var published = _published.Value.GetValueOrDefault((unit, node.Code));
        return new(
            node.Code, node.Node?.Name.Vi ?? _edition.Set.TitleVi, node.Depth, published?.Score, published?.Maximum,
            trace.Formula.Length > 0 ? trace.Formula : null, trace.Remark, trace.Law,
            [.. trace.Children.Select(child => new ChildExplanation(child.Code, Known(child.Score), Known(child.Weight)))],
            [.. trace.Operands.Select(operand => Explain(unit, operand))]);
    }

    private OperandExplanation Explain(string unit, TraceOperand operand) =>
        new(operand.Column, operand.Name, operand.Type, Known(operand.Value), operand.Source, [.. _cells.Value[(unit, operand.Column)]])
        {
            Input = _columns.GetValueOrDefault(operand.Column)?.Input,
        };

    private static double? Known(double value) => double.IsFinite(value) ? value : null;

    /// <summary>The edition's inputs scored again, once.</summary>
    private sealed class Rescored
    {
        private readonly Lazy<ImprovementAnalysis> _improvements;

        public Rescored(Edition edition, IndicatorSet set)
        {
            Scores = ScoringPlan.Compile(set).Score(YearTable.Build(set, edition.Units, edition.Inputs, (_, cell) => cell.Counted).Table);
            _improvements = new(() => new(Scores));
        }

        public SetScores Scores { get; }

        public ImprovementAnalysis Improvements => _improvements.Value;
    }
}
