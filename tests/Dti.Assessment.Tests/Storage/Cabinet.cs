using System.Collections.Immutable;
using Dti.Assessment.Storage;

namespace Dti.Assessment.Tests.Storage;

[Alias("tests.cabinet")]
public interface ICabinet : IGrainWithStringKey
{
    [Alias("Put")]
    Task<int> Put(string drawer, string text);

    [Alias("Look")]
    Task<string?> Look(string drawer);

    [Alias("Empty")]
    Task Empty();

    [Alias("Exists")]
    Task<bool> Exists();

    [Alias("Reload")]
    Task Reload();
}

[GenerateSerializer, Alias("tests.cabinet-state")]
public sealed record CabinetState : IJournaled
{
    [Id(0)]
    public ImmutableSortedDictionary<string, string> Drawers { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    [Id(1)]
    public Standing Standing { get; init; }

    [Id(2)]
    public decimal? Points { get; init; }

    [Id(3)]
    public IReadOnlyList<JournalEntry> Journal { get; set; } = [];
}

public enum Standing
{
    Open,
    HandedIn,
}

public sealed class Cabinet([PersistentState(Cabinet.State, Store.Name)] IPersistentState<CabinetState> state, TimeProvider time)
    : Grain, ICabinet
{
    public const string State = "cabinet";

    public async Task<int> Put(string drawer, string text)
    {
        var before = state.State.Drawers.GetValueOrDefault(drawer);
        await state.SaveAsync(
            state.State with { Drawers = state.State.Drawers.SetItem(drawer, text), Standing = Standing.HandedIn, Points = 12.50m },
            new JournalEntry(time.GetUtcNow(), "an", "put", this.GetPrimaryKeyString(), drawer, Json(before), Json(text)));
        return state.State.Drawers.Count;
    }

    public Task<string?> Look(string drawer) => Task.FromResult(state.State.Drawers.GetValueOrDefault(drawer));

    public Task Empty() => state.ClearStateAsync();

    public Task<bool> Exists() => Task.FromResult(state.RecordExists);

    public Task Reload() => state.ReadStateAsync();

    private static string? Json(string? text) => text is null ? null : System.Text.Json.JsonSerializer.Serialize(text, StoreJson.Options);
}
