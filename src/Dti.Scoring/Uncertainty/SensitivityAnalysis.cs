using Dti.Scoring.Rankings;
using Dti.Scoring.Scores;
using Dti.Scoring.Sets;

namespace Dti.Scoring.Uncertainty;

/// <summary>
/// Which choice of method moves the ranks. The output is the mean absolute difference of the units' ranks from their official
/// ones; the choices are those the set varies.
/// </summary>
public static class SensitivityAnalysis
{
    /// <param name="scores">The official scores.</param>
    /// <param name="ranking">The official ranking.</param>
    /// <param name="options">Draws are the base sample; 2 more for each choice are run.</param>
    /// <param name="cancellation">Stops within a few draws.</param>
    /// <returns>An index for each choice that varies.</returns>
    /// <exception cref="ScoringException">As <see cref="UncertaintyAnalysis.Run(SetScores, IReadOnlyList{RankedUnit}, UncertaintyOptions, CancellationToken)"/>.</exception>
    public static IReadOnlyList<(MethodChoice Choice, SobolIndex Index)> Run(
        SetScores scores, IReadOnlyList<RankedUnit> ranking, UncertaintyOptions options, CancellationToken cancellation = default)
    {
        var choices = Choices(scores.Plan.Set).ToList();
        int n = options.Draws, runs = checked(n * (choices.Count + 2));
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(runs, UncertaintyAnalysis.MostDraws);
        var rule = UncertaintyAnalysis.RuleOf(scores.Plan.Set);
        var result = UncertaintyAnalysis.Run(scores, ranking, options with { Draws = runs },
            leaves => new RandomDraws(rule, options.Seed, leaves, runs, Key), cancellation);
        double[] y = Shifts(result);
        return [.. choices.Select((choice, i) => (choice, Sobol.Of(y.AsSpan(0, n), y.AsSpan(n, n), y.AsSpan((2 + i) * n, n))))];

        // Samples A, B, then A with each choice in turn taken from B.
        int Key(int number, MethodChoice choice)
        {
            int sample = number / n, row = number % n;
            return sample == 1 || (sample > 1 && choices[sample - 2] == choice) ? n + row : row;
        }
    }

    /// <summary>Mean absolute difference from the official rank, draw by draw, over the units that have a rank in it.</summary>
    internal static double[] Shifts(RankUncertainty result)
    {
        double[] sums = new double[result.Draws], counts = new double[result.Draws];
        for (int slot = 0; slot < result.Pools.Slots.Length; slot++)
        {
            var ranks = result.RanksOf(slot);
            for (int draw = 0; draw < ranks.Length; draw++)
            {
                if (ranks[draw] == 0)
                    continue;
                sums[draw] += Math.Abs((double)ranks[draw] / result.Scale - result.Pools.Official[slot]);
                counts[draw]++;
            }
        }
        for (int draw = 0; draw < sums.Length; draw++)
            sums[draw] = counts[draw] > 0 ? sums[draw] / counts[draw] : 0;
        return sums;
    }

    private static IEnumerable<MethodChoice> Choices(IndicatorSet set)
    {
        var rule = UncertaintyAnalysis.RuleOf(set);
        bool points = set.Kind == SetKind.Points;
        if (rule.Weights > 0)
            yield return MethodChoice.Weights;
        if (!points && rule.Normalise.Count > 1)
            yield return MethodChoice.Normalisation;
        if (!points && rule.Aggregate.Count > 1)
            yield return MethodChoice.Aggregation;
        if (rule.Inputs.Values.Any(width => width > 0))
            yield return MethodChoice.Inputs;
        if (rule.DropOne)
            yield return MethodChoice.LeaveOneOut;
    }
}
