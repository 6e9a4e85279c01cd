using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;

namespace Dti.Assessment.Forecasting;

/// <summary>Boosted regression trees (ML.NET FastTree) over the same rows as <see cref="LinearMethod"/>: few, small and slow to learn, since rows are few.</summary>
internal sealed class FastTreeMethod(int seed) : IForecastMethod
{
    /// <summary>Five leaves of the least size.</summary>
    internal const int MinimumRows = 50;

    public string Name => "fasttree";

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
        var trees = BoostedTree.Of(ml.Regression.Trainers.FastTree(options).Fit(ml.Data.LoadFromEnumerable(rows)).Model.TrainedTreeEnsemble);
        return new ChangeModel(past, features => trees.Sum(t => t.Answer(features)), "fasttree\n" + string.Join('\n', trees.Select(t => t.Text)));
    }
}
