using System.Diagnostics;

namespace Dti.Benchmarks.Storage;

/// <param name="PerSecond">Writes acknowledged as durable, a second.</param>
internal sealed record Measured(double PerSecond, double P50, double P99);

/// <summary>So many callers, each with one write under way, for so long.</summary>
internal static class Load
{
    public const int Rows = 500;

    public static async Task<Measured> RunAsync(int callers, TimeSpan length, Func<int, int, Task> write)
    {
        var clock = Stopwatch.StartNew();
        var times = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            var taken = new List<double>();
            // Each caller keeps to rows of its own: contention for a row is not what is measured.
            for (var n = caller; clock.Elapsed < length; n += callers)
            {
                var start = Stopwatch.GetTimestamp();
                await write(caller, n % Rows);
                taken.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            return taken;
        })));
        var elapsed = clock.Elapsed;
        var all = times.SelectMany(t => t).Order().ToArray();
        return new Measured(all.Length / elapsed.TotalSeconds, all[all.Length / 2], all[all.Length * 99 / 100]);
    }
}
