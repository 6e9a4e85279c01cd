using Dti.Scoring.Scores;
using Dti.Scoring.Sets;

namespace Dti.Scoring.Uncertainty;

/// <summary>A normalised set under the normalisations it may be drawn with, each a set of its own, scored by the same plan.</summary>
internal static class Alternatives
{
    private const double SpreadsAScale = 10;

    /// <summary>One set for each alternative; the set itself where there is none. Point sets have nothing to normalise.</summary>
    public static IReadOnlyList<IndicatorSet> Of(IndicatorSet set) =>
        set.Kind == SetKind.Points || set.Uncertainty is not { Normalise.Count: > 0 } rule
            ? [set]
            : [.. rule.Normalise.Select(kind => set with { Nodes = [.. set.Nodes.Select(node => Under(node, kind))] })];

    private static Node Under(Node node, NormaliseKind kind) => node with
    {
        Children = [.. node.Children.Select(child => Under(child, kind))],
        Normalised = node.Normalised is { } leaf ? leaf with { Normalise = Constants(node.Code, leaf.Normalise, kind) } : null,
    };

    /// <summary>
    /// The leaf's own constants where it has them. Else on a comparable scale, so that one draw is not told from another by its
    /// units: a z-score is centred on a scale's middle with a tenth of its length as deviation, and the other way round.
    /// </summary>
    internal static Normalisation Constants(string code, Normalisation own, NormaliseKind kind)
    {
        if (kind == own.Kind)
            return own;
        var turned = own with { Kind = kind };
        (double lower, double upper) = (own.Lower, own.Upper);
        if (own.Kind == NormaliseKind.ZScore)
            (lower, upper) = (own.Mean - SpreadsAScale / 2 * own.Sd, own.Mean + SpreadsAScale / 2 * own.Sd);
        else if (own is { Kind: not (NormaliseKind.MinMax or NormaliseKind.Goalposts), Lower: 0, Upper: 1 })
            (lower, upper) = (1, 100);
        return kind switch
        {
            NormaliseKind.MinMax => turned with { Lower = lower, Upper = upper },
            NormaliseKind.ZScore when own is { Mean: 0, Sd: 1 } => turned with { Mean = (lower + upper) / 2, Sd = (upper - lower) / SpreadsAScale },
            NormaliseKind.Goalposts when own.Low == own.High => throw Lacks("low and high"),
            NormaliseKind.DistanceToReference when own.Unit is null => throw Lacks("unit"),
            NormaliseKind.DistanceToTarget when own.Target == 0 => throw Lacks("target"),
            NormaliseKind.Goalposts => turned with { Lower = lower, Upper = upper },
            _ => turned,
        };

        ScoringException Lacks(string what) =>
            new("alternative-without-constants", $"Node {code}: uncertainty.normalise names {kind}, but the leaf gives no {what}; leave that alternative out.");
    }
}
