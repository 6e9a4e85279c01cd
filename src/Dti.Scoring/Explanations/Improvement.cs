namespace Dti.Scoring.Explanations;

/// <summary>
/// One action: bring one indicator to its full share, or one column to the best of the unit's peers or its target, all else equal.
/// </summary>
/// <param name="Code">The leaf.</param>
/// <param name="Gained">What the root score gains, in the set's scale; above 0. After rescaling, where a unit's points are.</param>
/// <param name="Effort">What the set says it costs (<c>effort</c>), relative; 1 where it says nothing.</param>
/// <param name="Score">Root score it would give, unrounded.</param>
/// <param name="Rank">Rank it would give; null where the unit is not ranked.</param>
public sealed record Improvement(string Code, double Gained, double Effort, double Score, double? Rank)
{
    /// <summary>Gains that agree to so many decimals are equal: sums in another order differ in the last bits.</summary>
    internal const int Decimals = 9;

    /// <summary>Gained per unit of effort.</summary>
    public double PerEffort => Gained / Effort;
}

/// <summary>Where one unit gains most.</summary>
/// <param name="Unit">Row of the table.</param>
/// <param name="Score">Root score as it is; NaN = none, and then there are no actions.</param>
/// <param name="Rank">Rank as it is; null = not ranked.</param>
/// <param name="Actions">Most gained first, equal ones in tree order. Leaves already full, not scored, not for the unit or excluded are not among them.</param>
/// <param name="Unclear">Leaves for which the question has no answer, and why.</param>
public sealed record UnitImprovements(int Unit, double Score, double? Rank, IReadOnlyList<Improvement> Actions, IReadOnlyList<UnclearImprovement> Unclear)
{
    /// <summary>Most gained per effort first, then most gained, then tree order.</summary>
    public IReadOnlyList<Improvement> ByEffort => [.. Actions.OrderByDescending(action => Math.Round(action.PerEffort, Improvement.Decimals))];
}

/// <summary>A leaf that cannot be lifted, and why, in the method's words.</summary>
public sealed record UnclearImprovement(string Code, string Why);
