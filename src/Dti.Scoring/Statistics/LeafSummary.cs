using Dti.Scoring.Composites;
using Dti.Scoring.Scores;
using Dti.Scoring.Sets;

namespace Dti.Scoring.Statistics;

/// <summary>Counts and moments of one indicator in one group.</summary>
internal static class LeafSummary
{
    /// <summary>Skewness and kurtosis beyond which, both together, a column is said to have outliers: the JRC's rule as COINr's check_SkewKurt has it.</summary>
    private static readonly OutlierTreatment Rule = new(Max: 5, Skew: 2, Kurtosis: 3.5);

    public static LeafStatistics Of(SetScores scores, PlanNode node, int[] units, StatisticsColumn column)
    {
        double[] values = [.. units.Select(unit => scores.Values[node.Index][unit])];
        int[] applicable = [.. units.Where(unit => Applies(node.Node!, scores, unit))];
        int covered = applicable.Count(Covers(scores, node.Node!));
        Gap none = applicable.Length == 0 ? Gap.NotApplicable : column.Count == 0 ? Gap.NoData : Gap.None;
        bool outliers = column is { Count: >= 4, IsConstant: false } && Math.Abs(column.Of.Skewness) > Rule.Skew && column.Of.Kurtosis > Rule.Kurtosis;
        int[] modes = [.. values.Where(value => !double.IsNaN(value)).GroupBy(value => value).Select(same => same.Count())];
        var (zero, full) = Ends(scores, node, units, values);
        return new()
        {
            Node = node.Index,
            Code = node.Code,
            Applicable = applicable.Length,
            Covered = covered,
            Scored = column.Count,
            Coverage = applicable.Length == 0 ? Figure.Missing(Gap.NotApplicable) : Figure.Of((double)covered / applicable.Length),
            Mean = Known(() => column.Unscaled(column.IsConstant ? column.Of.Min : column.Of.Mean)),
            Median = Known(() => column.Unscaled(column.Of.Median)),
            Sd = Known(() => column.Count < 2 ? Figure.Missing(Gap.TooFew) : column.IsConstant ? Figure.Of(0) : column.Unscaled(column.Of.Sd)),
            Min = Known(() => column.Unscaled(column.Of.Min)),
            Max = Known(() => column.Unscaled(column.Of.Max)),
            Skewness = Known(() => Moment(column, 3, () => column.Of.Skewness)),
            Kurtosis = Known(() => Moment(column, 4, () => column.Of.Kurtosis)),
            HasOutliers = outliers,
            Outliers = outliers ? [.. Composites.Outliers.Extremes(Rule, column.Scaled).Select(row => units[row])] : [],
            ShareAtZero = Known(() => zero is { } count ? Figure.Of((double)count / column.Count) : Figure.Missing(Gap.NoScale)),
            ShareAtFull = Known(() => full is { } count ? Figure.Of((double)count / column.Count) : Figure.Missing(Gap.NoScale)),
            Distinct = modes.Length,
            ShareAtMode = Known(() => Figure.Of((double)modes.Max() / column.Count)),
        };

        Figure Known(Func<Figure> figure) => none == Gap.None ? figure() : Figure.Missing(none);
    }

    private static Figure Moment(StatisticsColumn column, int least, Func<double> moment) =>
        column.Count < least ? Figure.Missing(Gap.TooFew) : column.IsConstant ? Figure.Missing(Gap.Constant) : Figure.Of(moment());

    private static bool Applies(Node node, SetScores scores, int unit) =>
        node.Indicator?.AppliesTo(scores.Table.Units[unit].Code, scores.Table.Units[unit].Group) ?? true;

    private static Func<int, bool> Covers(SetScores scores, Node node)
    {
        var keys = node.Indicator is { } indicator
            ? indicator.Inputs.Where(input => input.Type != InputType.Timeliness).Select(input => Columns.Key(node, input))
            : [node.Code];
        double[]?[] columns = [.. keys.Select(key => scores.Table.Columns.GetValueOrDefault(key))];
        return unit => columns.All(column => column is not null && !double.IsNaN(column[unit]));
    }

    /// <summary>How many stand at the bottom and at the top of the scale; null where it has no such end.</summary>
    private static (int? Zero, int? Full) Ends(SetScores scores, PlanNode node, int[] units, double[] values)
    {
        if (scores.Maxima is { } maxima)
            return (values.Count(value => value == 0), values.Where((value, row) => Reaches(value, maxima[node.Index][units[row]])).Count());
        return node.Node!.Normalised!.Normalise switch
        {
            { Kind: NormaliseKind.MinMax or NormaliseKind.Goalposts } scale => (values.Count(value => Reaches(-value, -scale.Lower)), values.Count(value => Reaches(value, scale.Upper))),
            { Kind: NormaliseKind.PercentileRank or NormaliseKind.DistanceToMax } => (values.Count(value => value == 0), values.Count(value => value == 1)),
            _ => (null, null),
        };
    }

    private static bool Reaches(double value, double end) => value >= end - 1e-12 * Math.Max(1, Math.Abs(end));
}
