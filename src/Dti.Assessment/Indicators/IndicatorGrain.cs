using System.Collections.Immutable;
using System.Text.Json;
using Dti.Assessment.Rounds;
using Dti.Assessment.Storage;
using Dti.Assessment.Submissions;

namespace Dti.Assessment.Indicators;

internal sealed class IndicatorGrain(
    [PersistentState("indicator", Store.Name)] IPersistentState<IndicatorObservations> state,
    SetLibrary sets, DomainClock time) : Grain, IIndicatorGrain
{
    private string Round => this.GetPrimaryKeyString().Split('/')[0];
    private string Code => this.GetPrimaryKeyString().Split('/')[1];

    public Task<IndicatorObservations> Get() => Task.FromResult(state.State);

    public Task<ImmutableDictionary<string, Entry>> OfUnit(string unit, string quarter) =>
        Task.FromResult(state.State.Values.Values
            .Where(o => o.Unit == unit && o.Quarter == quarter)
            .ToImmutableDictionary(o => o.Key, o => new Entry(o.Value, o.Source, o.At)));

    public async Task<ImmutableArray<BrokenRule>> Observe(ImmutableArray<MeasuredValue> observations, Actor actor)
    {
        if (actor.Role is not (Role.System or Role.Soict))
            return [new(null, "soict-only", "Chỉ hệ thống hoặc cơ quan chủ trì ghi số đo.")];
        var round = await GrainFactory.GetGrain<IRoundGrain>(RoundKey.Of(Round)).Get();
        if (round.State == RoundState.Planned)
            return [new(null, "round-not-open", $"Vòng {Round} chưa mở.")];
        if (round.State == RoundState.Frozen)
            return [new(null, "round-frozen", $"Vòng {Round} đã chốt số liệu.")];
        var set = (await sets.FindAsync(round.SetSha256)).Set;
        var asked = Scoring.Sets.Columns.Of(set).Where(c => c.Input is not null && c.Node.Code == Code).ToDictionary(c => c.Key);
        var broken = ImmutableArray.CreateBuilder<BrokenRule>();
        var values = state.State.Values.ToBuilder();
        var entries = new List<JournalEntry>();
        foreach (var observation in observations)
        {
            if (!asked.TryGetValue(observation.Key, out var column))
                broken.Add(new(observation.Key, "unknown-key", $"Chỉ số {Code} không có mục “{observation.Key}”."));
            else if (round.Participants.All(p => p.Unit != observation.Unit))
                broken.Add(new(observation.Key, "unknown-unit", $"Vòng {Round} không có đơn vị “{observation.Unit}”."));
            else if (SubmissionForm.Misfit(new(column.Key, column.Node, column.Input!), observation.Value) is { } misfit)
                broken.Add(misfit);
            else
                Take(values, observation, actor, entries);
        }
        if (broken.Count == 0 && entries.Count > 0)
            await state.SaveAsync(state.State with { Round = Round, Code = Code, Values = values.ToImmutable() }, entries);
        return broken.ToImmutable();
    }

    private void Take(ImmutableDictionary<string, MeasuredValue>.Builder values, MeasuredValue observation, Actor actor, List<JournalEntry> entries)
    {
        string cell = $"{observation.Unit}/{observation.Quarter}/{observation.Key}";
        var old = values.GetValueOrDefault(cell);
        if (old is not null && (old.Run == observation.Run || old.At > observation.At))
            return;
        values[cell] = observation;
        entries.Add(new(time.GetUtcNow(), actor.Name, "observe", this.GetPrimaryKeyString(), cell,
            old is null ? null : JsonSerializer.Serialize(old.Value, StoreJson.Options), JsonSerializer.Serialize(observation.Value, StoreJson.Options)));
    }
}
