using Dti.Assessment.Forecasting;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;

namespace Dti.Assessment.Tests.Forecasting;

public sealed class BoostedTreeTests
{
    private sealed class Answer
    {
        public float Score { get; init; }
    }

    [Fact]
    public void Trees_answer_as_the_library_itself_does()
    {
        var random = new Random(2);
        ChangeRow[] rows = [.. Enumerable.Range(0, 300).Select(_ => Row(random))];
        var ml = new MLContext(1);
        var options = new FastTreeRegressionTrainer.Options
        {
            LabelColumnName = nameof(ChangeRow.Label), FeatureColumnName = nameof(ChangeRow.Features), NumberOfTrees = 20, NumberOfLeaves = 6, NumberOfThreads = 1,
        };
        IDataView view = ml.Data.LoadFromEnumerable(rows);
        var fitted = ml.Regression.Trainers.FastTree(options).Fit(view);
        float[] expected = [.. ml.Data.CreateEnumerable<Answer>(fitted.Transform(view), reuseRowObject: false, ignoreMissingColumns: true).Select(a => a.Score)];

        BoostedTree[] trees = BoostedTree.Of(fitted.Model.TrainedTreeEnsemble);

        trees.Length.ShouldBeGreaterThanOrEqualTo(20);
        rows.Zip(expected).ShouldAllBe(r => Math.Abs(trees.Sum(t => t.Answer(r.First.Features)) - r.Second) < 1e-4);
        expected.Distinct().Count().ShouldBeGreaterThan(20);
    }

    private static ChangeRow Row(Random random)
    {
        float[] features = [.. Enumerable.Range(0, ChangeFeatures.Count).Select(_ => MathF.Round((float)random.NextDouble(), 1))];
        return new ChangeRow { Features = features, Label = features[0] > 0.5 ? 3 * features[1] : -features[2] };
    }
}
