using Dti.Scoring.Rankings;
using Dti.Scoring.Tables;

namespace Dti.Scoring.Points;

/// <summary>A table opened for a point set: columns by number and peer groups.</summary>
internal sealed record PointRun(UnitTable Table, double[][] Columns, PeerGroups Groups)
{
    public int Units => Table.Units.Count;
}
