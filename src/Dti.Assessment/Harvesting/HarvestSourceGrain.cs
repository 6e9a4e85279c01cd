using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Dti.Assessment.Indicators;
using Dti.Assessment.Rounds;
using Dti.Assessment.Storage;
using Dti.Assessment.Submissions;
using Dti.Scoring.Sets;

namespace Dti.Assessment.Harvesting;

internal sealed class HarvestSourceGrain(
    [PersistentState("source", Store.Name)] IPersistentState<HarvestSource> state,
    SetLibrary sets, DomainClock time) : Grain, IHarvestSourceGrain
{
    private string Code => this.GetPrimaryKeyString()["source/".Length..];

    public Task<HarvestSource> Get() => Task.FromResult(state.State);

    public async Task<HarvestSource> Configure(HarvestSourceSettings settings, Actor actor)
    {
        if (Json(settings) != Json(state.State.Settings))
            await Save(state.State with { Settings = settings }, actor, "configure", Json(settings));
        return state.State;
    }

    public async Task<HarvestOutcome?> HarvestSlot(string slot, string round, string quarter, Actor actor)
    {
        string done = $"{slot} {round} {quarter}";
        return state.State.Slots.Contains(done) ? null : await Harvest(round, quarter, done, actor);
    }

    public Task<HarvestOutcome> Harvest(string round, string quarter, Actor actor) => Harvest(round, quarter, null, actor);

    private async Task<HarvestOutcome> Harvest(string round, string quarter, string? slot, Actor actor)
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"{Code}/{time.GetUtcNow():yyyyMMdd'T'HHmmss.fff'Z'}");
        var outcome = await ReadAsync(id, round, quarter, actor);
        var runs = state.State.Runs.Add(outcome);
        var slots = slot is null ? state.State.Slots : state.State.Slots.Add(slot);
        await Save(
            state.State with { Runs = Last(runs), Slots = Last(slots) }, actor, "harvest", Json(outcome));
        return outcome;

        static ImmutableArray<T> Last<T>(ImmutableArray<T> all) =>
            all.Length > HarvestSource.RunsKept ? all.RemoveRange(0, all.Length - HarvestSource.RunsKept) : all;
    }

    private async Task<HarvestOutcome> ReadAsync(string id, string roundId, string quarter, Actor actor)
    {
        HarvestOutcome Failed(string status, string why) => new(id, time.GetUtcNow(), status, 0, 0, why, []);
        if (state.State.Settings is not { } settings)
            return Failed("refused", "the source has no settings; configure it first");
        if (settings.Reader != CkanReader.Kind)
            return Failed("refused", $"there is no reader '{settings.Reader}'; the one reader is {CkanReader.Kind}");
        if (settings.Recording is not { } folder)
            return Failed("refused", "only recorded portals can be read; name a recording");
        HarvestRun run;
        try
        {
            run = await new CkanReader(time).ReadAsync(RecordedPortal.Open(folder), new(settings.Url), CancellationToken.None);
        }
        catch (RecordingFaultException fault)
        {
            return Failed("unreachable", fault.Message);
        }
        if (run.Status != HarvestStatus.Complete)
            return Failed(JsonSerializer.SerializeToElement(run.Status).GetString()!, run.Failure?.Message ?? "");
        var (taken, broken) = await HandOverAsync(run, settings, roundId, quarter, id, actor);
        return new(id, run.Started, "complete", run.Seen, taken, broken.IsEmpty ? null : string.Join(' ', broken.Select(b => b.Message)),
            [.. run.Observations.Select(o => o.Publisher).Where(p => p.Length > 0 && !settings.Publishers.ContainsKey(p)).Distinct()]);
    }

    /// <summary>Each indicator takes its own figures; a publisher's figures go to the unit it is mapped to, several add up.</summary>
    private async Task<(int Taken, ImmutableArray<BrokenRule> Broken)> HandOverAsync(
        HarvestRun run, HarvestSourceSettings settings, string roundId, string quarter, string id, Actor actor)
    {
        var round = await GrainFactory.GetGrain<IRoundGrain>(RoundKey.Of(roundId)).Get();
        if (round.State == RoundState.Planned)
            return (0, [new(null, "round-not-open", $"Vòng {roundId} chưa mở.")]);
        var participants = round.Participants.Select(p => p.Unit).ToHashSet(StringComparer.Ordinal);
        var figures = run.Observations
            .Where(o => settings.Publishers.TryGetValue(o.Publisher, out var unit) && participants.Contains(unit))
            .GroupBy(o => (Unit: settings.Publishers[o.Publisher], o.Metric))
            .ToDictionary(group => group.Key, group => group.Sum(o => o.Value));
        int taken = 0;
        var broken = ImmutableArray.CreateBuilder<BrokenRule>();
        var metrics = Columns.Of((await sets.FindAsync(round.SetSha256)).Set).Where(column => column.Input?.From.Metric is not null);
        foreach (var indicator in metrics.GroupBy(column => column.Node.Code))
        {
            var measured =
                from column in indicator
                from participant in round.Participants
                where column.Node.Indicator!.AppliesTo(participant.Unit, participant.Group)
                let at = (participant.Unit, column.Input!.From.Metric!)
                where figures.ContainsKey(at)
                select new MeasuredValue(participant.Unit, quarter, column.Key, at.Item2, InputValue.Of(figures[at]), run.Started, settings.Url, id);
            ImmutableArray<MeasuredValue> values = [.. measured];
            if (values.IsEmpty)
                continue;
            var refused = await GrainFactory.GetGrain<IIndicatorGrain>(IndicatorKey.Of(roundId, indicator.Key)).Observe(values, actor);
            broken.AddRange(refused);
            taken += refused.IsEmpty ? values.Length : 0;
        }
        return (taken, broken.ToImmutable());
    }

    private Task Save(HarvestSource next, Actor actor, string action, string after) => state.SaveAsync(
        next, new JournalEntry(time.GetUtcNow(), actor.Name, action, this.GetPrimaryKeyString(), null, null, after));

    private static string Json(object? value) => JsonSerializer.Serialize(value, StoreJson.Options);
}
