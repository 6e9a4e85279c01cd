using Dti.Scoring.Scores;
using Dti.Scoring.Sets;

namespace Dti.Scoring.Uncertainty;

/// <summary>A part of a draw that can be taken from another draw while the rest stays.</summary>
/// <param name="Choice">What kind of part.</param>
/// <param name="Node">For weights: of which first-level node; null = all.</param>
/// <param name="Nodes">For weights: the node indices whose factors belong to it.</param>
internal sealed record VariedChoice(MethodChoice Choice, string? Node, int[] Nodes)
{
    /// <summary>What the set varies. Weights as a whole are told beside other choices, or where the first level has one node or very many.</summary>
    public static IReadOnlyList<VariedChoice> Of(ScoringPlan plan)
    {
        var rule = UncertaintyAnalysis.RuleOf(plan.Set);
        VariedChoice[] others =
        [
            .. rule.Normalise.Count > 1 ? [new(MethodChoice.Normalisation, null, [])] : Array.Empty<VariedChoice>(),
            .. rule.Aggregate.Count > 1 ? [new(MethodChoice.Aggregation, null, [])] : Array.Empty<VariedChoice>(),
            .. rule.Inputs.Values.Any(width => width > 0) ? [new(MethodChoice.Inputs, null, [])] : Array.Empty<VariedChoice>(),
            .. rule.DropOne ? [new(MethodChoice.LeaveOneOut, null, [])] : Array.Empty<VariedChoice>(),
        ];
        return rule.Weights > 0 ? [.. Weights(plan, others.Length > 0), .. others] : others;
    }

    /// <summary>Takes this part of <paramref name="from"/> over into <paramref name="to"/>.</summary>
    public void Take(Draw from, Draw to)
    {
        switch (Choice)
        {
            case MethodChoice.Weights:
                foreach (int node in Nodes)
                    to.Factors[node] = from.Factors[node];
                break;
            case MethodChoice.Normalisation:
                to.Normalise = from.Normalise;
                break;
            case MethodChoice.Aggregation:
                to.Aggregate = from.Aggregate;
                break;
            case MethodChoice.Inputs:
                to.Inputs = from.Inputs;
                break;
            default:
                to.Dropped = from.Dropped;
                break;
        }
    }

    private static IEnumerable<VariedChoice> Weights(ScoringPlan plan, bool amongOthers)
    {
        var families = plan.Nodes[0].Children;
        bool apart = families.Count is > 1 and <= SensitivityAnalysis.MostFamilies;
        if (amongOthers || !apart)
            yield return new(MethodChoice.Weights, null, [.. Enumerable.Range(0, plan.Nodes.Count)]);
        if (!apart)
            yield break;
        foreach (int family in families)
            yield return new(MethodChoice.Weights, plan.Nodes[family].Code, [.. Below(plan, family)]);
    }

    private static IEnumerable<int> Below(ScoringPlan plan, int node) => plan.Nodes[node].Children.SelectMany(child => Below(plan, child)).Prepend(node);
}
