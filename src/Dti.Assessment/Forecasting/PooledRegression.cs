using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Dti.Assessment.Forecasting;

/// <summary>
/// One linear model for all units (ML.NET, SDCA, L2): a unit's series is too short to carry its own. It learns next year's change, so that
/// regularisation pulls towards "no change", which is the naive forecast. Features: level (lag 1), own last change (lag 1 − lag 2; 0 where
/// lag 2 is missing), distance from the unit's own mean, a constant, and the mean change of all units last year; changes are measured in the
/// root mean square of the changes learnt from, since the trainer's regularisation and stopping rule are not free of scale.
/// Seeded and single-threaded: the same history gives the same model on the same kind of processor.
/// </summary>
internal sealed class PooledRegression(double scaleMax, int seed) : IForecastMethod
{
    /// <summary>Twice the number of features: below that the fit says more about chance than about the units.</summary>
    internal const int MinimumRows = 10;

    public string Name => "regression";
    public string NameVi => "hồi quy gộp (ML.NET)";

    public IForecastModel? Fit(ScorePanel past, int origin)
    {
        double step = RootMeanSquare([.. past.Units.SelectMany(past.Changes)]);
        Row[] rows = [.. past.Years.SelectMany(y => Rows(past, y, step))];
        if (rows.Length < MinimumRows)
            return null;
        var ml = new MLContext(seed);
        // The trainer learns its bias by plain gradient steps, which on a few dozen rows ran away to ten times naive's error: no bias, a constant feature.
        var options = new SdcaRegressionTrainer.Options
        {
            L2Regularization = 0.05f, L1Regularization = 0, NumberOfThreads = 1, MaximumNumberOfIterations = 200, ConvergenceTolerance = 1e-4f, BiasLearningRate = 0,
        };
        LinearRegressionModelParameters fit = ml.Regression.Trainers.Sdca(options).Fit(ml.Data.LoadFromEnumerable(rows)).Model;
        return new Model(new Features(past, origin, scaleMax, step), [.. fit.Weights]);
    }

    /// <summary>What was to be learnt in <paramref name="year"/>: features from the years before it only, the label from it.</summary>
    private IEnumerable<Row> Rows(ScorePanel past, int year, double step)
    {
        ScorePanel before = past.UpTo(year - 1);
        if (before.Years.Count < 2)
            yield break;
        var features = new Features(before, year - 1, scaleMax, step);
        foreach (string unit in past.Units)
        {
            if (past.Score(unit, year) is { } score && before.Score(unit, year - 1) is { } last)
                yield return new Row { Features = features.Of(unit), Label = (float)((score - last) / step) };
        }
    }

    private static double RootMeanSquare(double[] changes)
    {
        double mean = changes.Length == 0 ? 0 : Math.Sqrt(changes.Average(c => c * c));
        return mean > 0 ? mean : 1;
    }

    /// <summary>What is known of each unit at an origin.</summary>
    private sealed class Features(ScorePanel past, int origin, double scaleMax, double step)
    {
        private readonly double _pooled = past.Units.Select(u => past.Score(u, origin) - past.Score(u, origin - 1)).OfType<double>().DefaultIfEmpty(0).Average();

        internal double Step => step;

        internal double Last(string unit) => past.Score(unit, origin)!.Value;

        internal float[] Of(string unit)
        {
            double last = Last(unit);
            double change = past.Score(unit, origin - 1) is { } earlier ? last - earlier : 0;
            return [1, (float)(last / scaleMax - 0.5), (float)(change / step), (float)((last - past.Mean(unit)) / step), (float)(_pooled / step)];
        }
    }

    private sealed class Row
    {
        [VectorType(5)] public required float[] Features { get; init; }
        public required float Label { get; init; }
    }

    private sealed class Model(Features features, float[] weights) : IForecastModel
    {
        public double Predict(string unit)
        {
            float[] values = features.Of(unit);
            double change = 0;
            for (int i = 0; i < weights.Length; i++)
                change += (double)weights[i] * values[i];
            return features.Last(unit) + change * features.Step;
        }

        // The saved .zip carries time stamps, so the hash is over the parameters, which are all there is to a linear model.
        public string Parameters =>
            $"regression {features.Step.ToString("R", CultureInfo.InvariantCulture)} {string.Join(' ', weights.Select(w => w.ToString("R", CultureInfo.InvariantCulture)))}";
    }
}
