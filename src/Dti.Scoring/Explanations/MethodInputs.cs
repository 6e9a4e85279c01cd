using Dti.Scoring.Scores;
using Dti.Scoring.Tables;

namespace Dti.Scoring.Explanations;

/// <summary>One set, and both years' inputs in its columns: one side of a <see cref="RankChangeAnalysis"/>.</summary>
public sealed record MethodInputs
{
    public required ScoringPlan Plan { get; init; }

    /// <summary>
    /// The old year's units and inputs in this set's columns, with groups, pools and who is ranked as this set has them. Units
    /// are found by their code of that year; their order does not matter.
    /// </summary>
    public required UnitTable Old { get; init; }

    /// <summary>The new year's, likewise.</summary>
    public required UnitTable New { get; init; }

    /// <summary>
    /// Columns of this set for which the other year's inputs have no counterpart (empty where the sets are the same). An
    /// indicator that reads one leaves numerator and denominator for every unit that stands there with the other year's inputs,
    /// and that unit's score is put on the full scale by what is left.
    /// </summary>
    public IReadOnlySet<string> WithoutCounterpart { get; init; } = new HashSet<string>();

    /// <summary>What a full score is. Null = a point set's points; 1 for a normalised set, whose scores are then taken as they are.</summary>
    public double? FullScale { get; init; }

    internal double Scale => FullScale ?? (Plan.Set.Kind == Sets.SetKind.Points
        ? Plan.Set.Indicators().Where(node => node.Indicator!.Scored).Sum(node => node.Indicator!.Points)
        : 1);

    internal UnitTable Of(bool newYear) => newYear ? New : Old;
}
