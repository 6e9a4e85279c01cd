using Dti.Scoring.Points;
using Dti.Scoring.Scores;

namespace Dti.Scoring.Explanations;

/// <summary>Point sets: the indicator's share becomes 1 and the unit's points are summed again.</summary>
internal sealed class PointLifting(SetScores scores) : Lifting
{
    private readonly PointScorer _scorer = (PointScorer)scores.Plan.Scorer;
    private readonly double[] _points = [.. ((PointScorer)scores.Plan.Scorer).Indicators.Select(indicator => indicator.Indicator.Points)];
    private readonly PointShares _shares = ((PointScorer)scores.Plan.Scorer).Shares(((PointScorer)scores.Plan.Scorer).Run(scores.Table));

    public override IEnumerable<int> Leaves(int unit)
    {
        for (int i = 0; i < _points.Length; i++)
            if (_shares.Share[i] is { } share && (_shares.Applies[i]?[unit] ?? true) && share[unit] < 1)
                yield return _scorer.Indicators[i].Node;
    }

    public override ReplacedRow Lift(int unit, int leaf)
    {
        var own = new double[]?[_points.Length];
        var applies = new bool[]?[_points.Length];
        for (int i = 0; i < own.Length; i++)
        {
            own[i] = _shares.Share[i] is not { } share ? null : [_scorer.Indicators[i].Node == leaf ? 1 : share[unit]];
            applies[i] = _shares.Applies[i] is not { } mask ? null : [mask[unit]];
        }
        return new(_scorer.Sum(new(own, applies, 1), _points, scores.Table).Values[0][0], null);
    }
}
