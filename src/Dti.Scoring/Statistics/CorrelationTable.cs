namespace Dti.Scoring.Statistics;

/// <summary>Pearson's r between nodes of a plan over the units that have both scores (pairwise complete).</summary>
public sealed class CorrelationTable
{
    private readonly StatisticsColumn?[] _columns;
    private readonly (Figure R, int Pairs)?[] _known;

    internal CorrelationTable(StatisticsColumn?[] columns)
    {
        _columns = columns;
        _known = new (Figure, int)?[columns.Length * columns.Length];
        for (int a = 0; a < columns.Length; a++)
            for (int b = 0; b < a; b++)
                if (columns[a] is { } x && columns[b] is { } y)
                    _known[a * columns.Length + b] = _known[b * columns.Length + a] = Pearson.Of(x.Scaled, y.Scaled);
    }

    /// <param name="a">Index in the plan's nodes.</param>
    /// <param name="b">Another one.</param>
    public Figure this[int a, int b] =>
        a != b ? _known[a * _columns.Length + b]?.R ?? Figure.Missing(Gap.NoData)
        : _columns[a] is not { Count: > 0 } column ? Figure.Missing(Gap.NoData)
        : column.Count < StatisticsLimits.Correlation ? Figure.Missing(Gap.TooFew)
        : column.IsConstant ? Figure.Missing(Gap.Constant) : Figure.Of(1);

    /// <summary>Units with both scores.</summary>
    public int Pairs(int a, int b) => a != b ? _known[a * _columns.Length + b]?.Pairs ?? 0 : _columns[a]?.Count ?? 0;
}
