using Dti.Scoring.Rankings;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;

namespace Dti.Scoring.Points;

/// <summary>Which units an indicator is for, by peer group and by name.</summary>
internal sealed class Applicability(Indicator indicator)
{
    private readonly HashSet<string>? _groups = indicator.Groups.Count == 0 ? null : new(indicator.Groups, StringComparer.Ordinal);
    private readonly HashSet<string>? _only = indicator.UnitsOnly is null ? null : new(indicator.UnitsOnly, StringComparer.Ordinal);
    private readonly HashSet<string>? _except = indicator.UnitsExcept is null ? null : new(indicator.UnitsExcept, StringComparer.Ordinal);

    /// <summary>One flag a unit; null when it is for all.</summary>
    public bool[]? Mask(UnitTable table, PeerGroups groups)
    {
        if (_groups is null && _only is null && _except is null)
            return null;
        var ofGroup = new bool[groups.Count];
        for (int group = 0; group < ofGroup.Length; group++)
            ofGroup[group] = _groups?.Contains(groups.Codes[group]) ?? true;

        var mask = new bool[table.Units.Count];
        for (int unit = 0; unit < mask.Length; unit++)
            mask[unit] = ofGroup[groups.OfUnit[unit]] && ByName(table.Units[unit].Code);
        return mask;
    }

    public bool Holds(UnitTable table, PeerGroups groups, int unit) =>
        (_groups?.Contains(groups.Codes[groups.OfUnit[unit]]) ?? true) && ByName(table.Units[unit].Code);

    private bool ByName(string unit) => (_only?.Contains(unit) ?? true) && !(_except?.Contains(unit) ?? false);
}
