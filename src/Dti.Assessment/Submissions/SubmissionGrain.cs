using System.Collections.Immutable;
using System.Text.Json;
using Dti.Assessment.Indicators;
using Dti.Assessment.Rounds;
using Dti.Assessment.Storage;
using Dti.Scoring.Sets;

namespace Dti.Assessment.Submissions;

internal sealed class SubmissionGrain(
    [PersistentState("submission", Store.Name)] IPersistentState<Submission> state,
    SetLibrary sets, DomainClock time) : Grain, ISubmissionGrain
{
    private SubmissionKey Key => SubmissionKey.Parse(this.GetPrimaryKeyString());

    public async Task<SubmissionView> Get() => await View(await Terms());

    public Task<SubmissionReply> Save(SubmissionChange change, int seen, Actor actor) => Command(seen, actor, "save", async terms =>
        !Owns(actor) ? Answer(Outcome.Forbidden, "not-your-unit", "Tài khoản này không nhập liệu cho đơn vị này.")
        : state.State.State is not (SubmissionState.Draft or SubmissionState.Returned)
            ? Answer(Outcome.WrongState, "not-editable", $"Phiếu đang ở trạng thái “{state.State.State.InVietnamese()}” nên không sửa được.")
        : !Enterable(terms) ? Answer(Outcome.WrongState, "quarter-not-open", "Kỳ này chưa mở hoặc đã đóng nhận số liệu.")
        : await Task.FromResult(Of(Current.Save(terms.Form, change, actor, time.GetUtcNow()))));

    public async Task<SubmissionReply> Submit(string idempotencyKey, Actor actor)
    {
        // The answer to a known key comes before every other rule: the first call may have changed the state.
        if (actor.Unit == Key.Unit && state.State.ReceiptOf(idempotencyKey) is { } receipt)
            return new(Outcome.Done, await View(await Terms()), [], receipt);
        return await Command(null, actor, "submit", terms => Task.FromResult(
            !Owns(actor) || actor.Role == Role.Officer
                ? Answer(Outcome.Forbidden, "leader-only", "Chỉ lãnh đạo của đơn vị được trình phiếu.")
            : state.State.State is not (SubmissionState.Draft or SubmissionState.Returned)
                ? Answer(Outcome.WrongState, "not-submittable", $"Phiếu đang ở trạng thái “{state.State.State.InVietnamese()}” nên không trình được.")
            : !Enterable(terms) ? Answer(Outcome.WrongState, "quarter-not-open", "Kỳ này chưa mở hoặc đã đóng nhận số liệu.")
            : Of(Current.Submit(terms.Form, idempotencyKey, terms.Quarter!.Due, actor, time.GetUtcNow()))));
    }

    public Task<SubmissionReply> Judge(ImmutableArray<Judgement> judgements, int seen, Actor actor) => Command(seen, actor, "judge", async terms =>
    {
        if (Judges(actor) is { } refusal)
            return refusal;
        var measured = await Measured(terms);
        return Of(Current.Judge(terms.Form, judgements, key => measured.GetValueOrDefault(key), actor, time.GetUtcNow()));
    });

    public Task<SubmissionReply> Return(ImmutableArray<Judgement> items, int seen, Actor actor) => Command(seen, actor, "return", terms =>
        Task.FromResult(Judges(actor) ?? Of(Current.Return(terms.Form, items))));

    public Task<SubmissionReply> Accept(int seen, Actor actor) => Command(seen, actor, "accept", terms =>
        Task.FromResult(Judges(actor) ?? Of(Current.Accept(terms.Form))));

    public Task<SubmissionReply> Finish(string edition, Actor actor) => Command(null, actor, "finish", terms => Task.FromResult(
        actor.Role is not (Role.Soict or Role.System) ? Answer(Outcome.Forbidden, "soict-only", "Chỉ cơ quan chủ trì được công bố.")
        : Current.IsFinal(edition) ? new Attempt(Outcome.Done, null, [])
        : Of(Change.To(Current.Finish(edition, terms.Unverified, time.GetUtcNow())))), evenWhenFrozen: true);

    private Submission Current => state.RecordExists ? state.State : state.State with { Round = Key.Round, Unit = Key.Unit, Quarter = Key.Quarter };

    private bool Owns(Actor actor) => actor.Role is Role.Officer or Role.Leader && actor.Unit == Key.Unit;

    /// <summary>What a verifier sent back is open to the unit whatever the calendar says: returns come after the quarter has closed.</summary>
    private bool Enterable(Terms terms) => terms.TakesPart
        && (state.State.State == SubmissionState.Returned ? terms.Round.State is RoundState.Open or RoundState.Published
            : terms.Round.State == RoundState.Open && terms.Quarter!.State == QuarterState.Open);

    private Attempt? Judges(Actor actor) =>
        actor.Role is not (Role.Verifier or Role.Soict) ? Answer(Outcome.Forbidden, "verifier-only", "Chỉ người thẩm định được kết luận.")
        : actor.Role == Role.Soict && state.State.State is SubmissionState.Accepted or SubmissionState.Final ? null // a correction
        : state.State.State is not (SubmissionState.Submitted or SubmissionState.Verifying)
            ? Answer(Outcome.WrongState, "not-under-verification", $"Phiếu đang ở trạng thái “{state.State.State.InVietnamese()}” nên chưa thẩm định được.")
        : null;

    /// <summary>Every command: who and what is this about, is the caller's picture current, the verb, one write with its journal.</summary>
    private async Task<SubmissionReply> Command(int? seen, Actor actor, string action, Func<Terms, Task<Attempt>> verb, bool evenWhenFrozen = false)
    {
        var terms = await Terms();
        if (terms.Participant is null || terms.Quarter is null)
            return await Reply(terms, Answer(Outcome.NotFound, "no-such-submission", $"Vòng {Key.Round} không có đơn vị “{Key.Unit}” hoặc kỳ “{Key.Quarter}”."));
        if (seen is { } version && version != state.State.Version)
            return await Reply(terms, Answer(Outcome.Stale, "stale", $"Phiếu đã được lưu ở nơi khác (phiên bản {state.State.Version}); hãy tải lại rồi sửa tiếp."));
        if (!evenWhenFrozen && terms.Round.State == RoundState.Frozen)
            return await Reply(terms, Answer(Outcome.WrongState, "round-frozen", "Vòng đánh giá đã chốt số liệu nên không sửa được."));
        var attempt = await verb(terms);
        if (attempt.Next is { } next)
            await state.SaveAsync(next with { Year = terms.Round.Year }, Entries(Current, next, actor, action));
        return await Reply(terms, attempt);
    }

    private List<JournalEntry> Entries(Submission before, Submission after, Actor actor, string action)
    {
        var now = time.GetUtcNow();
        string subject = this.GetPrimaryKeyString();
        var entries = new List<JournalEntry>();
        if (before.State != after.State || !state.RecordExists)
            entries.Add(new(now, actor.Name, action, subject, null, before.State.ToString(), after.State.ToString()));
        foreach (var (key, cell) in after.Cells)
        {
            // Equal by what they hold: a list of evidence put again is not a change.
            if (before.Cells.GetValueOrDefault(key) is var old && !ReferenceEquals(old, cell) && Json(old) != Json(cell))
                entries.Add(new(now, actor.Name, action, subject, key, Json(old), Json(cell)));
        }
        return entries;
    }

    private static string? Json(Cell? cell) => cell is null ? null : JsonSerializer.Serialize(cell, StoreJson.Options);

    private async Task<Terms> Terms()
    {
        var key = Key;
        var round = await GrainFactory.GetGrain<IRoundGrain>(RoundKey.Of(key.Round)).Get();
        var participant = round.Participants.FirstOrDefault(p => p.Unit == key.Unit);
        var quarter = round.Quarters.FirstOrDefault(q => q.Code == key.Quarter);
        if (participant is null)
            return new(round, null, quarter, SubmissionForm.Empty, Unverified.Zero);
        var stored = await sets.FindAsync(round.SetSha256);
        return new(round, participant, quarter, new(stored.Set, participant.Unit, participant.Group), stored.Set.Unverified);
    }

    private async Task<SubmissionReply> Reply(Terms terms, Attempt attempt) =>
        new(attempt.Outcome, await View(terms), attempt.Broken,
            attempt is { Outcome: Outcome.Done, Next.Receipts: [.., var receipt] } ? receipt : null);

    private async Task<SubmissionView> View(Terms terms)
    {
        var submission = Current;
        return new()
        {
            Submission = submission with { Year = terms.Round.Year },
            Due = terms.Quarter?.Due,
            Open = Enterable(terms),
            Asked = [.. terms.Form.Cells.Select(cell => cell.Key)],
            Measured = terms.Participant is null ? ImmutableDictionary<string, Entry>.Empty : await Measured(terms),
            Faults = submission.Faults(terms.Form),
            SetSha256 = terms.Round.SetSha256,
        };
    }

    /// <summary>One call an indicator that measures, side by side: they are different writers.</summary>
    private async Task<ImmutableDictionary<string, Entry>> Measured(Terms terms)
    {
        var codes = terms.Form.Cells.Where(cell => !cell.Typed).Select(cell => cell.Node.Code).Distinct();
        var answers = await Task.WhenAll(codes.Select(code =>
            GrainFactory.GetGrain<IIndicatorGrain>(IndicatorKey.Of(Key.Round, code)).OfUnit(Key.Unit, Key.Quarter)));
        return answers.SelectMany(answer => answer).ToImmutableDictionary(pair => pair.Key, pair => pair.Value);
    }

    private static Attempt Answer(Outcome outcome, string code, string message) => new(outcome, null, [new(null, code, message)]);

    private static Attempt Of(Change change) =>
        change.Next is { } next ? new(Outcome.Done, next, []) : new(Outcome.Refused, null, change.Broken);

    private sealed record Attempt(Outcome Outcome, Submission? Next, ImmutableArray<BrokenRule> Broken);
}

/// <summary>What the round says about this submission.</summary>
internal sealed record Terms(Round Round, Participant? Participant, Quarter? Quarter, SubmissionForm Form, Unverified Unverified)
{
    public bool TakesPart => Participant is not null && Quarter is not null;
}
