using System.Collections.Immutable;
using System.Text.Json;
using Dti.Assessment.Editions;
using Dti.Assessment.Storage;
using Dti.Assessment.Submissions;

namespace Dti.Assessment.Rounds;

internal sealed class RoundGrain(
    [PersistentState("round", Store.Name)] IPersistentState<Round> state,
    SetLibrary sets, EditionMaking editions, DomainClock time) : Grain, IRoundGrain
{
    private string Id => this.GetPrimaryKeyString()["round/".Length..];

    public Task<Round> Get() => Task.FromResult(state.State);

    public async Task<RoundReply> Plan(RoundPlan plan, Actor actor)
    {
        if (Outsider(actor) is { } refusal)
            return refusal;
        if (state.State.State is RoundState.Frozen)
            return Refuse(Outcome.WrongState, "round-frozen", "Vòng đang chốt số liệu; không đổi kế hoạch được.");
        var reading = await sets.KeepAsync(plan.SetYaml, "set.yaml");
        if (reading.Set is not { } set)
            return new(Outcome.Refused, state.State, [.. reading.Faults.Select(fault => new BrokenRule(null, fault.Code, fault.ToString()))]);
        if (plan.Participants.GroupBy(p => p.Unit).FirstOrDefault(g => g.Count() > 1) is { } twice)
            return Refuse(Outcome.Refused, "duplicate-unit", $"Đơn vị “{twice.Key}” có hai lần trong danh sách.");
        if (plan.Participants.FirstOrDefault(p => set.Groups.Count > 0 && set.Groups.All(g => g.Code != p.Group)) is { } stray)
            return Refuse(Outcome.Refused, "unknown-group", $"Đơn vị “{stray.Unit}” thuộc khối “{stray.Group}” mà bộ chỉ số không có.");
        var next = state.State with
        {
            Id = Id,
            Year = plan.Year,
            SetCode = set.Code,
            SetSha256 = reading.Sha256,
            State = state.State.State == RoundState.Planned ? RoundState.Open : state.State.State,
            Participants = plan.Participants,
            Quarters = [.. plan.Quarters.Select(quarter => quarter with { State = StateOf(quarter) })],
            Notice = plan.Notice,
            Office = plan.Office,
        };
        return await Save(next, actor, "plan", reading.Sha256);
    }

    public async Task<RoundReply> Turn(Actor actor)
    {
        if (Outsider(actor) is { } refusal)
            return refusal;
        var next = state.State with { Quarters = [.. state.State.Quarters.Select(quarter => quarter with { State = StateOf(quarter) })] };
        return next.Quarters.SequenceEqual(state.State.Quarters) ? Done() : await Save(next, actor, "turn", null);
    }

    public async Task<RoundReply> SetQuarter(string quarter, QuarterState to, Actor actor)
    {
        if (Outsider(actor) is { } refusal)
            return refusal;
        int at = state.State.Quarters.IndexOf(state.State.Quarters.FirstOrDefault(q => q.Code == quarter)!);
        if (at < 0)
            return Refuse(Outcome.NotFound, "no-such-quarter", $"Vòng {Id} không có kỳ “{quarter}”.");
        var now = time.GetUtcNow();
        var old = state.State.Quarters[at];
        // The calendar follows the hand, so that the schedule does not undo it an hour later.
        var moved = to switch
        {
            QuarterState.Open => old with { Opens = old.Opens < now ? old.Opens : now, Closes = old.Closes > now ? old.Closes : now.AddDays(14) },
            QuarterState.Closed => old with { Closes = now },
            _ => old with { Opens = old.Opens > now ? old.Opens : now.AddDays(14) },
        };
        return await Save(state.State with { Quarters = state.State.Quarters.SetItem(at, moved with { State = to }) }, actor, "set-quarter", $"{quarter} {to}");
    }

    public async Task<RoundReply> ImportHistory(ImmutableArray<PastScore> history, Actor actor)
    {
        if (Outsider(actor) is { } refusal)
            return refusal;
        var kept = state.State.History.Where(old => !history.Any(row => (row.Unit, row.Code, row.Year) == (old.Unit, old.Code, old.Year)));
        ImmutableArray<PastScore> next = [.. kept.Concat(history).OrderBy(row => row.Unit, StringComparer.Ordinal).ThenBy(row => row.Year)];
        return next.SequenceEqual(state.State.History) ? Done() : await Save(state.State with { History = next }, actor, "import-history", $"{history.Length} rows");
    }

    public async Task<RoundReply> Publish(ImmutableArray<string> notes, ImmutableArray<string> errata, Actor actor)
    {
        if (Outsider(actor) is { } refusal)
            return refusal;
        if (state.State.State == RoundState.Planned)
            return Refuse(Outcome.WrongState, "round-not-open", "Vòng chưa mở nên chưa có gì để công bố.");
        if (!state.State.Editions.IsEmpty && errata.IsEmpty)
            return Refuse(Outcome.Refused, "errata-missing", "Ấn bản đính chính phải nói rõ sửa gì và vì sao.");
        // Freeze first: from here no submission of this round changes until the edition is out or the freeze is lifted.
        await Save(state.State with { State = RoundState.Frozen }, actor, "freeze", null);
        PublishedEdition edition;
        try
        {
            edition = await editions.MakeAsync(state.State, notes, errata, actor, GrainFactory);
        }
        catch (EditionRefusedException refused)
        {
            await Save(state.State with { State = state.State.Editions.IsEmpty ? RoundState.Open : RoundState.Published }, actor, "unfreeze", refused.Message);
            return new(Outcome.Refused, state.State, [.. refused.Broken]);
        }
        await Save(state.State with { State = RoundState.Published, Editions = state.State.Editions.Add(edition.Id) }, actor, "publish", edition.Id);
        await Task.WhenAll(state.State.Participants.SelectMany(p => state.State.Quarters.Select(q => FinishAsync(p.Unit, q.Code, edition.Id))));
        return Done(edition.Id);
    }

    public async Task<RoundReply> Recompute(string slot, Actor actor)
    {
        if (Outsider(actor) is { } refusal)
            return refusal;
        if (state.State.State is RoundState.Planned or RoundState.Frozen || state.State.StandingsSlot == slot)
            return Done();
        var standings = await ProvisionalStandings.ComputeAsync(state.State, await sets.FindAsync(state.State.SetSha256), GrainFactory);
        return await Save(state.State with { Standings = standings, StandingsSlot = slot }, actor, "recompute", slot);
    }

    private async Task FinishAsync(string unit, string quarter, string edition)
    {
        var submission = GrainFactory.GetGrain<ISubmissionGrain>(new SubmissionKey(Id, unit, quarter).ToString());
        if ((await submission.Get()).Submission is { Version: > 0 })
            await submission.Finish(edition, Actor.System);
    }

    private QuarterState StateOf(Quarter quarter)
    {
        var now = time.GetUtcNow();
        return now < quarter.Opens ? QuarterState.Scheduled : now < quarter.Closes ? QuarterState.Open : QuarterState.Closed;
    }

    private async Task<RoundReply> Save(Round next, Actor actor, string action, string? after)
    {
        await state.SaveAsync(next, new JournalEntry(
            time.GetUtcNow(), actor.Name, action, this.GetPrimaryKeyString(), null,
            JsonSerializer.Serialize(state.State.State, StoreJson.Options), JsonSerializer.Serialize(after, StoreJson.Options)));
        return Done();
    }

    private RoundReply Done(string? edition = null) => new(Outcome.Done, state.State, [], edition);

    private RoundReply? Outsider(Actor actor) => actor.Role is Role.Soict or Role.System ? null
        : Refuse(Outcome.Forbidden, "soict-only", "Chỉ cơ quan chủ trì được điều hành vòng đánh giá.");

    private RoundReply Refuse(Outcome outcome, string code, string message) => new(outcome, state.State, [new(null, code, message)]);
}
