using System.Diagnostics;
using Spectre.Console;

namespace Dti.Web.Commands;

/// <summary>Progress on standard error: a bar on a terminal, a plain line a step elsewhere.</summary>
internal sealed class Progress
{
    private readonly IAnsiConsole _console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });
    private readonly bool _terminal = !Console.IsErrorRedirected;
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    public void Line(string text) => Console.Error.WriteLine(FormattableString.Invariant($"[{_clock.Elapsed.TotalSeconds,6:0.0} s] {text}"));

    /// <summary>Runs the work for every item, at most <paramref name="atOnce"/> at once.</summary>
    public async Task EachAsync<T>(string title, IReadOnlyCollection<T> items, int atOnce, Func<T, Task> work)
    {
        if (items.Count == 0)
            return;
        if (!_terminal)
        {
            await RunAsync(items, atOnce, work, () => { });
            Line($"{title}: {items.Count}");
            return;
        }
        await _console.Progress().HideCompleted(false).StartAsync(async context =>
        {
            var bar = context.AddTask(Markup.Escape(title), maxValue: items.Count);
            await RunAsync(items, atOnce, work, () => bar.Increment(1));
        });
    }

    private static Task RunAsync<T>(IEnumerable<T> items, int atOnce, Func<T, Task> work, Action done) =>
        Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (item, _) =>
        {
            await work(item);
            done();
        });
}
