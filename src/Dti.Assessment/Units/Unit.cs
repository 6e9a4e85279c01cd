namespace Dti.Assessment.Units;

/// <summary>
/// A body that is assessed, or (with an empty <see cref="Group"/>) only the parent of such bodies. Both validity dates are
/// inclusive; an absent one means the bound is not known or not reached.
/// </summary>
/// <param name="ChangedOn">
/// The day a unit that keeps its name absorbed others; its <see cref="Predecessors"/> then hold for the time before that day.
/// </param>
/// <param name="Predecessors">
/// Whose past results stand for this unit's, weighted: a merged unit's past score is the weighted mean of theirs. It may
/// name the unit itself, as it was before <see cref="ChangedOn"/>.
/// </param>
/// <param name="Ranked">False: assessed and published, but without a rank.</param>
/// <param name="Split">Whether the result of a predecessor that was divided among several units stands for this one.</param>
public sealed record Unit(
    string Code,
    string NameVi,
    string NameEn,
    string Group,
    string? Parent,
    DateOnly? ValidFrom,
    DateOnly? ValidUntil,
    DateOnly? ChangedOn,
    IReadOnlyList<Predecessor> Predecessors,
    bool Ranked,
    string? OfficialCode,
    string? Note,
    SplitRule Split = SplitRule.None)
{
    /// <summary>The first day of the unit in its present form.</summary>
    public DateOnly? Since => ChangedOn ?? ValidFrom;

    public bool ActiveOn(DateOnly day) => ActiveBetween(day, day);

    /// <summary>Valid on at least one day from <paramref name="first"/> to <paramref name="last"/>.</summary>
    public bool ActiveBetween(DateOnly first, DateOnly last) =>
        (ValidFrom is not { } from || from <= last) && (ValidUntil is not { } until || until >= first);
}

/// <summary>None: a unit that came out of a split is compared with nothing. Whole: the old unit's whole result stands for each part.</summary>
public enum SplitRule { None, Whole }

/// <summary>A unit whose results count for its successor, with its relative weight in their mean.</summary>
public sealed record Predecessor(string Code, double Weight);
