using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;

namespace Dti.Assessment.Forecasting;

/// <summary>Boosted regression trees (ML.NET FastTree) over the same rows as <see cref="LinearMethod"/>: few, small and slow to learn, since rows are few.</summary>
internal sealed class FastTreeMethod(int seed) : IForecastMethod
{
    /// <summary>Five leaves of the least size.</summary>
    internal const int MinimumRows = 50;

    public string Name => "fasttree";
    public string NameVi => "cây hồi quy tăng cường (ML.NET FastTree)";

    public IForecastModel? Fit(SeriesPanel past)
    {
        var rows = ChangeRow.Of(past);
        if (rows.Count < MinimumRows)
            return null;
        var ml = new MLContext(seed);
        var options = new FastTreeRegressionTrainer.Options
        {
            LabelColumnName = nameof(ChangeRow.Label), FeatureColumnName = nameof(ChangeRow.Features), Seed = seed, FeatureSelectionSeed = seed,
            NumberOfTrees = 40, NumberOfLeaves = 6, MinimumExampleCountPerLeaf = 10, LearningRate = 0.1, NumberOfThreads = 1,
        };
        Tree[] trees = Tree.Of(ml.Regression.Trainers.FastTree(options).Fit(ml.Data.LoadFromEnumerable(rows)).Model.TrainedTreeEnsemble);
        return new ChangeModel(past, features => trees.Sum(t => t.Answer(features)), "fasttree\n" + string.Join('\n', trees.Select(t => t.Text)));
    }

    /// <summary>A tree's own tables: quicker to ask than the trainer's pipeline, and all there is to hash.</summary>
    private sealed record Tree(int[] Features, float[] Thresholds, int[] Left, int[] Right, double[] Leaves)
    {
        internal static Tree[] Of(TreeEnsemble<RegressionTree> ensemble)
        {
            IEnumerable<Tree> trees = ensemble.Trees.Select((t, i) => new Tree(
                [.. t.NumericalSplitFeatureIndexes], [.. t.NumericalSplitThresholds], [.. t.LeftChild], [.. t.RightChild], [.. t.LeafValues.Select(v => v * ensemble.TreeWeights[i])]));
            return ensemble.Bias == 0 ? [.. trees] : [.. trees, new Tree([], [], [], [], [ensemble.Bias])];
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
}
