using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Dti.Assessment.Storage;
using Dti.Assessment.Submissions;

namespace Dti.Assessment.Editions;

internal sealed class EditionSeriesGrain(
    [PersistentState("series", Store.Name)] IPersistentState<EditionSeries> state, DomainClock time) : Grain, IEditionSeriesGrain
{
    private string Set => this.GetPrimaryKeyString()["series/".Length..];

    public Task<EditionSeries> Get() => Task.FromResult(state.State);

    public async Task<EditionSlot> Reserve(string round, int year, Actor actor)
    {
        if (state.State.Reserved is { } held && state.State.ReservedBy == round)
            return held;
        int number = state.State.Published.Count(edition => edition.Year == year) + 1;
        var slot = new EditionSlot(
            string.Create(CultureInfo.InvariantCulture, $"{Set}-{year}.{number}"), number, state.State.Published.LastOrDefault()?.Sha256);
        await Save(state.State with { Reserved = slot, ReservedBy = round }, actor, "reserve", slot.Id);
        return slot;
    }

    public async Task<ImmutableArray<BrokenRule>> Publish(PublishedEdition edition, Actor actor)
    {
        if (state.State.Published.FirstOrDefault(p => p.Id == edition.Id) is { } out_)
            return out_.Sha256 == edition.Sha256 ? [] : [new(null, "already-published", $"Ấn bản {edition.Id} đã công bố với nội dung khác; đính chính là một ấn bản mới.")];
        if (state.State.Reserved?.Id != edition.Id || state.State.ReservedBy != edition.Round)
            return [new(null, "not-reserved", $"Số ấn bản {edition.Id} không được giữ cho vòng {edition.Round}.")];
        await Save(state.State with { Published = state.State.Published.Add(edition), Reserved = null, ReservedBy = null }, actor, "publish", edition.Sha256);
        return [];
    }

    private Task Save(EditionSeries next, Actor actor, string action, string after) => state.SaveAsync(
        next, new JournalEntry(time.GetUtcNow(), actor.Name, action, this.GetPrimaryKeyString(), null, null, JsonSerializer.Serialize(after)));
}
