using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Dti.Assessment.Forecasting;

/// <summary>
/// One linear model for all units (ML.NET, SDCA, L2): a unit's series is too short to carry its own. It learns next year's change, as a
/// share of the scale, so that regularisation pulls towards "no change", which is the naive forecast. Features: level (lag 1), own last
/// change (lag 1 − lag 2; 0 where lag 2 is missing), distance from the unit's own mean, and the mean change of all units last year.
/// Seeded and single-threaded: the same history gives the same model on the same kind of processor.
/// </summary>
internal sealed class PooledRegression(double scaleMax, int seed) : IForecastMethod
{
    /// <summary>Twice the number of features: below that the fit says more about chance than about the units.</summary>
    internal const int MinimumRows = 8;

    public string Name => "regression";
    public string NameVi => "hồi quy gộp (ML.NET)";

    public IForecastModel? Fit(ScorePanel past, int origin)
    {
        Row[] rows = [.. past.Years.Where(y => y <= origin).SelectMany(y => Rows(past, y))];
        if (rows.Length < MinimumRows)
            return null;
        var ml = new MLContext(seed);
        var options = new SdcaRegressionTrainer.Options
        {
            L2Regularization = 0.01f, L1Regularization = 0, NumberOfThreads = 1, MaximumNumberOfIterations = 200, ConvergenceTolerance = 1e-4f, BiasLearningRate = 0.1f,
        };
        LinearRegressionModelParameters fit = ml.Regression.Trainers.Sdca(options).Fit(ml.Data.LoadFromEnumerable(rows)).Model;
        return new Model(past, origin, scaleMax, fit.Bias, [.. fit.Weights]);
    }

    /// <summary>What was to be learnt in <paramref name="year"/>: features from the years before it only, the label from it.</summary>
    private IEnumerable<Row> Rows(ScorePanel past, int year)
    {
        ScorePanel before = past.UpTo(year - 1);
        if (before.Years.Count < 2)
            yield break;
        foreach (string unit in past.Units)
        {
            if (past.Score(unit, year) is { } score && before.Score(unit, year - 1) is { } last)
                yield return new Row { Features = Features(before, unit, year - 1, scaleMax), Label = (float)((score - last) / scaleMax) };
        }
    }

    private static float[] Features(ScorePanel past, string unit, int origin, double scaleMax)
    {
        double last = past.Score(unit, origin)!.Value;
        double change = past.Score(unit, origin - 1) is { } earlier ? last - earlier : 0;
        double[] changes = [.. past.Units.Select(u => past.Score(u, origin) - past.Score(u, origin - 1)).OfType<double>()];
        double pooled = changes.Length == 0 ? 0 : changes.Average();
        return [(float)(last / scaleMax), (float)(change / scaleMax), (float)((last - past.Mean(unit)) / scaleMax), (float)(pooled / scaleMax)];
    }

    private sealed class Row
    {
        [VectorType(4)] public required float[] Features { get; init; }
        public required float Label { get; init; }
    }

    private sealed class Model(ScorePanel past, int origin, double scaleMax, float bias, float[] weights) : IForecastModel
    {
        public double Predict(string unit)
        {
            float[] features = Features(past, unit, origin, scaleMax);
            double change = bias;
            for (int i = 0; i < weights.Length; i++)
                change += (double)weights[i] * features[i];
            return past.Score(unit, origin)!.Value + change * scaleMax;
        }

        // The saved .zip carries time stamps, so the hash is over the parameters, which are all there is to a linear model.
        public string Parameters => "regression " + string.Join(' ', weights.Prepend(bias).Select(w => w.ToString("R", CultureInfo.InvariantCulture)));
    }
}
