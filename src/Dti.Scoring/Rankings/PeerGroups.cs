using Dti.Scoring.Sets;
using Dti.Scoring.Tables;

namespace Dti.Scoring.Rankings;

/// <summary>A table's units by group: the set's groups first and in its order, then groups the set does not know as they are first seen.</summary>
internal sealed class PeerGroups
{
    private PeerGroups(IReadOnlyList<string> codes, int[] ofUnit)
    {
        Codes = codes;
        OfUnit = ofUnit;
    }

    public IReadOnlyList<string> Codes { get; }

    /// <summary>Index into <see cref="Codes"/>, one a unit.</summary>
    public int[] OfUnit { get; }

    public int Count => Codes.Count;

    /// <summary>Groups that are ranked apart. A set without groups is one group, whatever the table's group column says.</summary>
    public static PeerGroups Of(IndicatorSet set, UnitTable table) =>
        set.Groups.Count == 0 ? new([""], new int[table.Units.Count]) : ByColumn(set, table);

    /// <summary>Groups by the table's group column alone, for statistics and imputation within groups.</summary>
    public static PeerGroups ByColumn(IndicatorSet set, UnitTable table)
    {
        var codes = new List<string>(set.Groups.Select(group => group.Code));
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < codes.Count; i++)
            index[codes[i]] = i;
        // A table may leave the group empty where the set has only one.
        if (codes.Count == 1)
            index.TryAdd("", 0);

        var ofUnit = new int[table.Units.Count];
        for (int unit = 0; unit < ofUnit.Length; unit++)
        {
            string code = table.Units[unit].Group;
            if (!index.TryGetValue(code, out int group))
            {
                index[code] = group = codes.Count;
                codes.Add(code);
            }
            ofUnit[unit] = group;
        }
        return new(codes, ofUnit);
    }

    /// <summary>Row indices of each group, in input order.</summary>
    public int[][] Members()
    {
        var members = new List<int>[Count];
        for (int group = 0; group < members.Length; group++)
            members[group] = [];
        for (int unit = 0; unit < OfUnit.Length; unit++)
            members[OfUnit[unit]].Add(unit);
        return [.. members.Select(list => list.ToArray())];
    }
}
