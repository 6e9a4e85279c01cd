using System.Globalization;
using Microsoft.ML.Trainers.FastTree;

namespace Dti.Assessment.Forecasting;

/// <summary>A tree's own tables: quicker to ask than the trainer's pipeline, and all there is to hash.</summary>
internal sealed record BoostedTree(int[] Features, float[] Thresholds, int[] Left, int[] Right, double[] Leaves)
{
    internal static BoostedTree[] Of(TreeEnsemble<RegressionTree> ensemble)
    {
        IEnumerable<BoostedTree> trees = ensemble.Trees.Select((t, i) => new BoostedTree(
            [.. t.NumericalSplitFeatureIndexes], [.. t.NumericalSplitThresholds], [.. t.LeftChild], [.. t.RightChild], [.. t.LeafValues.Select(v => v * ensemble.TreeWeights[i])]));
        return ensemble.Bias == 0 ? [.. trees] : [.. trees, new BoostedTree([], [], [], [], [ensemble.Bias])];
    }

    internal string Text => string.Join(' ', [.. Features.Select(Whole), .. Thresholds.Select(Plain), .. Left.Select(Whole), .. Right.Select(Whole), .. Leaves.Select(Plain)]);

    internal double Answer(float[] features)
    {
        if (Features.Length == 0)
            return Leaves[0];
        int node = 0;
        while (node >= 0)
            node = features[Features[node]] <= Thresholds[node] ? Left[node] : Right[node];
        return Leaves[~node];
    }

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Plain<T>(T value) where T : IFormattable => value.ToString("R", CultureInfo.InvariantCulture);
}
