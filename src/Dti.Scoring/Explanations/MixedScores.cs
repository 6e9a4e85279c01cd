using Dti.Scoring.Sets;

namespace Dti.Scoring.Explanations;

/// <summary>How one set scores worlds made of two years' inputs.</summary>
internal abstract class MixedMethod
{
    public static MixedMethod Of(MethodInputs inputs) => inputs.Plan.Set.Kind == SetKind.Points
        ? new MixedPoints(inputs)
        : new MixedComposite(inputs);

    /// <summary>Columns that are fitted again for every unit.</summary>
    public abstract int FittedAgain { get; }

    /// <exception cref="Scores.ScoringException">The set cannot score the mixture.</exception>
    public abstract MixedScores Score(MixedTable world);
}

/// <summary>A world's root scores.</summary>
internal abstract class MixedScores(MixedTable world, double[] roots)
{
    public MixedTable World => world;

    /// <summary>By row; NaN = none.</summary>
    public double[] Roots => roots;

    /// <summary>One row takes the inputs it has in another world of the same set and units.</summary>
    public abstract ReplacedRow Replace(MixedScores other, int row);

    /// <summary>The same without scoring all rows again; null where all have to be.</summary>
    public virtual ShiftedScores? Shift(MixedScores other, int row) => null;
}

/// <summary>Scores after one row's inputs were replaced.</summary>
/// <param name="Own">The row's own root score.</param>
/// <param name="Roots">All root scores; null when no other row's changed.</param>
internal readonly record struct ReplacedRow(double Own, double[]? Roots);
