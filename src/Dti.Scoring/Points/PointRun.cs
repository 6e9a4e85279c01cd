using System.Collections.Concurrent;
using Dti.Scoring.Rankings;
using Dti.Scoring.Tables;

namespace Dti.Scoring.Points;

/// <summary>A table opened for a point set: columns by number and peer groups.</summary>
internal sealed record PointRun(UnitTable Table, double[][] Columns, PeerGroups Groups)
{
    private readonly ConcurrentDictionary<ShareRule, double[]> _best = new();

    public int Units => Table.Units.Count;

    /// <summary>Best value of each peer group for a relative rule; found once a table, however many units are explained.</summary>
    public double[] BestOf(RelativeShare rule) => _best.GetOrAdd(rule, _ => rule.Best(this));
}
