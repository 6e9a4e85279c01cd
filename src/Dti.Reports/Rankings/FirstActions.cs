using Dti.Assessment.Editions.Explanations;

namespace Dti.Reports.Rankings;

/// <summary>
/// What a leader reads in a minute: for each ranked unit the action that gains it most, gathered by indicator, those that most units
/// should begin with first.
/// </summary>
public static class FirstActions
{
    /// <param name="view">The edition.</param>
    /// <param name="most">Indicators at most.</param>
    public static IReadOnlyList<FirstAction> Of(RankingView view, int most) =>
    [
        .. view.Groups.SelectMany(group => group.Ranked)
            .Select(row => (Row: row, Action: view.Explanations.Improvements(row.Unit) is [var first, ..] ? first : null))
            .Where(unit => unit.Action is not null)
            .GroupBy(unit => (unit.Action!.Code, unit.Action.NameVi))
            .Select(indicator => new FirstAction(
                indicator.Key.Code, indicator.Key.NameVi, [.. indicator.Select(unit => new UnitAction(unit.Row, unit.Action!)).OrderByDescending(unit => unit.Action.Gained)]))
            .OrderByDescending(indicator => indicator.Units.Count)
            .ThenByDescending(indicator => indicator.Units.Sum(unit => unit.Action.Gained))
            .Take(most),
    ];
}

/// <summary>An indicator and the units that gain most by it, the one that gains most first.</summary>
public sealed record FirstAction(string Code, string NameVi, IReadOnlyList<UnitAction> Units);

public sealed record UnitAction(RowView Unit, EditionImprovement Action);
