using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Trainers;

namespace Dti.Assessment.Forecasting;

/// <summary>
/// One linear model for all series (ML.NET, SDCA, L2): a series is too short to carry its own. It learns the next change, so that
/// regularisation pulls towards "no change", which is the naive forecast. Seeded and single-threaded: the same values give the same model.
/// </summary>
internal sealed class LinearMethod(int seed) : IForecastMethod
{
    /// <summary>Below that a fit of this many features says more about chance than about the series.</summary>
    internal const int MinimumRows = 2 * ChangeFeatures.Count;

    public string Name => "linear";

    public IForecastModel? Fit(SeriesPanel past)
    {
        var rows = ChangeRow.Of(past);
        if (rows.Count < MinimumRows)
            return null;
        var ml = new MLContext(seed);
        // The trainer learns its bias by plain gradient steps, which on a few dozen rows ran away to ten times naive's error: no bias, a constant feature.
        var options = new SdcaRegressionTrainer.Options
        {
            LabelColumnName = nameof(ChangeRow.Label), FeatureColumnName = nameof(ChangeRow.Features),
            L2Regularization = 0.05f, L1Regularization = 0, NumberOfThreads = 1, MaximumNumberOfIterations = 100, ConvergenceTolerance = 1e-3f, BiasLearningRate = 0,
        };
        float[] weights = [.. ml.Regression.Trainers.Sdca(options).Fit(ml.Data.LoadFromEnumerable(rows)).Model.Weights];
        return new ChangeModel(past, features => Dot(weights, features), "linear " + string.Join(' ', weights.Select(w => w.ToString("R", CultureInfo.InvariantCulture))));
    }

    private static double Dot(float[] weights, float[] features)
    {
        double sum = 0;
        for (int i = 0; i < weights.Length; i++)
            sum += (double)weights[i] * features[i];
        return sum;
    }
}
