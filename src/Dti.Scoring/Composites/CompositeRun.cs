using Dti.Scoring.Rankings;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;

namespace Dti.Scoring.Composites;

/// <summary>A table opened for a normalised set: columns by number, and the units that statistics run over together.</summary>
internal sealed class CompositeRun
{
    public CompositeRun(IndicatorSet set, UnitTable table, double[][] columns, int leaves)
    {
        Table = table;
        Columns = columns;
        Groups = PeerGroups.ByColumn(set, table);
        ByGroup = set.Within == StatisticsScope.Group;
        Scopes = ByGroup ? Groups.Members() : [[.. Enumerable.Range(0, table.Units.Count)]];
        Fitted = new FittedColumn?[leaves];
    }

    public UnitTable Table { get; }
    public double[][] Columns { get; }
    public PeerGroups Groups { get; }
    public bool ByGroup { get; }
    public int[][] Scopes { get; }

    /// <summary>Columns fitted so far, for explanations.</summary>
    public FittedColumn?[] Fitted { get; }

    public int ScopeOf(int unit) => ByGroup ? Groups.OfUnit[unit] : 0;
}

/// <summary>A column ready to be normalised, and how; one scale and one treatment a scope.</summary>
internal sealed record FittedColumn(double[] Prepared, bool[] Imputed, Scale?[] Scales, string?[] Treatments);
