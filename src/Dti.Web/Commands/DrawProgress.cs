using System.Diagnostics;

namespace Dti.Web.Commands;

/// <summary>A line on standard error every few seconds while draws are taken; a run that is soon over says nothing.</summary>
internal sealed class DrawProgress(string what, long draws) : IProgress<int>
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Lock _lock = new();
    private TimeSpan _next = Every;

    public void Report(int value)
    {
        lock (_lock)
        {
            if (_clock.Elapsed < _next)
                return;
            _next = _clock.Elapsed + Every;
            Console.Error.WriteLine(FormattableString.Invariant($"[{_clock.Elapsed.TotalSeconds,6:0.0} s] {what}: {value} of {draws} draws"));
        }
    }
}
