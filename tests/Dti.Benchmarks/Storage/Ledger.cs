using Dti.Assessment.Storage;

namespace Dti.Benchmarks.Storage;

[Alias("benchmarks.ledger")]
public interface ILedger : IGrainWithStringKey
{
    [Alias("Write")]
    Task Write(int number);

    [Alias("WriteNoted")]
    Task WriteNoted(int number);
}

/// <summary>About a kilobyte as JSON.</summary>
[GenerateSerializer, Alias("benchmarks.ledger-state")]
public sealed record LedgerState : IJournaled
{
    [Id(0)]
    public int Number { get; init; }

    [Id(1)]
    public string Text { get; init; } = LedgerText.Kilobyte;

    [Id(2)]
    public IReadOnlyList<JournalEntry> Journal { get; set; } = [];
}

internal static class LedgerText
{
    public static string Kilobyte { get; } = string.Concat(Enumerable.Range(0, 100).Select(i => $"chỉ tiêu {i % 10} "))[..900];
}

public sealed class Ledger([PersistentState("ledger", Store.Name)] IPersistentState<LedgerState> state) : Grain, ILedger
{
    public Task Write(int number) => state.SaveAsync(state.State with { Number = number });

    public Task WriteNoted(int number) => state.SaveAsync(
        state.State with { Number = number },
        new JournalEntry(DateTimeOffset.UtcNow, "an", "write", this.GetPrimaryKeyString(), "number", "1", "2"));
}
