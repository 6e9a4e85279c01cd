using Dti.Assessment.Forecasting;

namespace Dti.Assessment.Tests.Forecasting;

/// <summary>Series whose making is known, each of its own size, as the M competitions' are.</summary>
internal static class MadeSeries
{
    internal static readonly string[] Kinds = ["random-walk", "trend", "damped-trend", "break", "seasonal"];

    internal static IEnumerable<SeriesPoint> Of(string kind, int count, int periods, int seed)
    {
        var random = new Random(seed);
        for (int unit = 0; unit < count; unit++)
        {
            double size = Math.Pow(10, 3 * random.NextDouble());
            double[] values = Values(kind, periods, random);
            for (int i = 0; i < periods; i++)
                yield return new SeriesPoint($"{kind}-{unit}", kind, kind == "seasonal" ? new Period(2015 * 4 + i, 4, true) : new Period(2000 + i, 1, false), size * (20 + values[i]));
        }
    }

    private static double[] Values(string kind, int periods, Random random)
    {
        double[] values = new double[periods];
        double slope = (random.NextDouble() < 0.5 ? -1 : 1) * (0.3 + random.NextDouble()), level = 0;
        int broken = random.Next(periods / 4, periods);
        double jump = 6 * Normal(random);
        double[] quarters = [2 * Normal(random), 2 * Normal(random), 2 * Normal(random), 2 * Normal(random)];
        for (int i = 0; i < periods; i++)
        {
            level += kind == "random-walk" ? Normal(random) : 0;
            values[i] = kind switch
            {
                "random-walk" => level,
                "trend" => slope * i + 0.7 * Normal(random),
                "damped-trend" => 4 * slope * (1 - Math.Pow(0.8, i)) + 0.5 * Normal(random),
                "break" => (i >= broken ? jump : 0) + Normal(random),
                _ => quarters[i % 4] + 0.05 * slope * i + 0.7 * Normal(random),
            };
        }
        return values;
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
