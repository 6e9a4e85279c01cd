using System.Collections.Immutable;
using Dti.Assessment.Editions;
using Dti.Assessment.Storage;
using Dti.Assessment.Submissions;

namespace Dti.Assessment.Rounds;

internal sealed class RoundGrain(
    [PersistentState("round", Store.Name)] IPersistentState<Round> state,
    SetLibrary sets, EditionMaking editions, DomainClock time) : Grain, IRoundGrain
{
    private Round? stored;

    private string Id => this.GetPrimaryKeyString()["round/".Length..];

    /// <summary>Answered between two steps of a command: what is stored, never what is still being written.</summary>
    public Task<Round> Get() => Task.FromResult(stored ?? state.State);

    public async Task<RoundReply> Plan(RoundPlan plan, Actor actor)
    {
        if (Outsider(actor) is { } refusal)
            return refusal;
        if (state.State.State is RoundState.Frozen)
            return Refuse(Outcome.WrongState, "round-frozen", "Vòng đang chốt số liệu; không đổi kế hoạch được.");
        var reading = await sets.KeepAsync(plan.SetYaml, "set.yaml");
        if (reading.Set is not { } set)
            return new(Outcome.Refused, state.State, [.. reading.Faults.Select(fault => new BrokenRule(null, fault.Code, fault.ToString()))]);
        if (Planning.Faults(plan, set) is { IsEmpty: false } faults)
            return new(Outcome.Refused, state.State, faults);
        var now = time.GetUtcNow();
        var next = state.State with
        {
            Id = Id,
            Year = plan.Year,
            SetCode = set.Code,
            SetSha256 = reading.Sha256,
            State = state.State.State == RoundState.Planned ? RoundState.Open : state.State.State,
            Participants = plan.Participants,
            Quarters = [.. plan.Quarters.Select(quarter => quarter.At(now))],
            Notice = plan.Notice,
            Office = plan.Office,
        };
        return await Save(next, actor, "plan");
    }

    public async Task<RoundReply> Turn(Actor actor)
    {
        if (Outsider(actor) is { } refusal)
            return refusal;
        var now = time.GetUtcNow();
        return await Save(state.State with { Quarters = [.. state.State.Quarters.Select(quarter => quarter.At(now))] }, actor, "turn");
    }

    public async Task<RoundReply> SetQuarter(string quarter, QuarterState to, Actor actor)
    {
        if (Outsider(actor) is { } refusal)
            return refusal;
        if (state.State.Quarters.FirstOrDefault(q => q.Code == quarter) is not { } old)
            return Refuse(Outcome.NotFound, "no-such-quarter", $"Vòng {Id} không có kỳ “{quarter}”.");
        return await Save(state.State with { Quarters = state.State.Quarters.Replace(old, old.Moved(to, time.GetUtcNow())) }, actor, "set-quarter");
    }

    public async Task<RoundReply> ImportHistory(ImmutableArray<PastScore> history, Actor actor)
    {
        if (Outsider(actor) is { } refusal)
            return refusal;
        if (state.State.State is RoundState.Planned or RoundState.Frozen)
            return Refuse(Outcome.WrongState, "round-not-open", "Vòng chưa mở hoặc đang chốt số liệu; không nhập lịch sử được.");
        if (Planning.Faults(history, state.State.Year) is { IsEmpty: false } faults)
            return new(Outcome.Refused, state.State, faults);
        var kept = state.State.History.ExceptBy(history.Select(row => (row.Unit, row.Code, row.Year)), row => (row.Unit, row.Code, row.Year));
        var next = kept.Concat(history).OrderBy(row => row.Unit, StringComparer.Ordinal).ThenBy(row => row.Year).ThenBy(row => row.Code, StringComparer.Ordinal);
        return await Save(state.State with { History = [.. next] }, actor, "import-history");
    }

    public async Task<RoundReply> Publish(ImmutableArray<string> notes, ImmutableArray<string> errata, Actor actor)
    {
        if (Outsider(actor) is { } refusal)
            return refusal;
        if (state.State.State == RoundState.Planned)
            return Refuse(Outcome.WrongState, "round-not-open", "Vòng chưa mở nên chưa có gì để công bố.");
        if (state.State.State == RoundState.Frozen && await CutShortAsync() is { } known)
            return await CloseAsync(known, actor);
        if (state.State.State != RoundState.Frozen && state.State.Quarters.FirstOrDefault(quarter => quarter.State == QuarterState.Open) is { } open)
            return Refuse(Outcome.WrongState, "quarter-open", $"Kỳ {open.Code} còn nhận số liệu; đóng kỳ này rồi mới công bố.");
        if (!state.State.Editions.IsEmpty && errata.All(string.IsNullOrWhiteSpace))
            return Refuse(Outcome.Refused, "errata-missing", "Ấn bản đính chính phải nói rõ sửa gì và vì sao.");
        // Freeze first: from here no submission of this round changes until the edition is out or the freeze is lifted.
        await Save(state.State with { State = RoundState.Frozen }, actor, "freeze");
        PublishedEdition edition;
        try
        {
            edition = await editions.MakeAsync(state.State, notes, errata, actor, GrainFactory);
        }
        catch (EditionRefusedException refused)
        {
            await Save(state.State with { State = state.State.Editions.IsEmpty ? RoundState.Open : RoundState.Published }, actor, "unfreeze");
            return new(Outcome.Refused, state.State, [.. refused.Broken]);
        }
        return await CloseAsync(edition.Id, actor);
    }

    public async Task<RoundReply> Recompute(string slot, Actor actor)
    {
        if (Outsider(actor) is { } refusal)
            return refusal;
        if (state.State.State is RoundState.Planned or RoundState.Frozen || state.State.StandingsSlot == slot)
            return Done();
        var standings = await ProvisionalStandings.ComputeAsync(state.State, await sets.FindAsync(state.State.SetSha256), time.GetUtcNow(), GrainFactory);
        return await Save(state.State with { Standings = standings, StandingsSlot = slot }, actor, "recompute");
    }

    /// <summary>
    /// The edition of a publication that was cut short (the server stopped) after it was out and before the round noted it. Nothing has
    /// changed since, for the freeze holds: that edition is the one asked for, not a reason to make another.
    /// </summary>
    private async Task<string?> CutShortAsync() =>
        (await GrainFactory.GetGrain<IEditionSeriesGrain>(SeriesKey.Of(state.State.SetCode)).Get()).Published
            .LastOrDefault(edition => edition.Round == Id && !state.State.Editions.Contains(edition.Id))?.Id;

    /// <summary>Marks every submission, each once, then lifts the freeze: a stop in between is taken up again by the next publish.</summary>
    private async Task<RoundReply> CloseAsync(string edition, Actor actor)
    {
        await Task.WhenAll(state.State.Participants.SelectMany(p => state.State.Quarters.Select(q => FinishAsync(p.Unit, q.Code, edition))));
        await Save(state.State with { State = RoundState.Published, Editions = state.State.Editions.Add(edition) }, actor, "publish");
        return Done(edition);
    }

    private async Task FinishAsync(string unit, string quarter, string edition)
    {
        var submission = GrainFactory.GetGrain<ISubmissionGrain>(new SubmissionKey(Id, unit, quarter).ToString());
        if ((await submission.Get()).Submission is { Version: > 0 })
            await submission.Finish(edition, Actor.System);
    }

    private async Task<RoundReply> Save(Round next, Actor actor, string action)
    {
        var entries = RoundJournal.Entries(state.State, next, time.GetUtcNow(), actor.Name, action, this.GetPrimaryKeyString());
        if (entries.Count == 0)
            return Done();
        stored = state.State;
        try
        {
            await state.SaveAsync(next, entries);
        }
        finally
        {
            stored = null;
        }
        return Done();
    }

    private RoundReply Done(string? edition = null) => new(Outcome.Done, state.State, [], edition);

    private RoundReply? Outsider(Actor actor) => actor.Role is Role.Soict or Role.System ? null
        : Refuse(Outcome.Forbidden, "soict-only", "Chỉ cơ quan chủ trì được điều hành vòng đánh giá.");

    private RoundReply Refuse(Outcome outcome, string code, string message) => new(outcome, state.State, [new(null, code, message)]);
}
