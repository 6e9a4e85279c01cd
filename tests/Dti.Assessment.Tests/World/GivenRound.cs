using System.Collections.Immutable;
using Dti.Assessment.Editions;
using Dti.Assessment.Indicators;
using Dti.Assessment.Rounds;
using Dti.Assessment.Submissions;

namespace Dti.Assessment.Tests.World;

/// <summary>The default round: a set of two families, four units in two groups, four quarters.</summary>
public sealed class GivenRound(DomainWorld world, string id)
{
    public const string Why = "Minh chứng chỉ xác nhận được một phần.";
    public static readonly Actor Soict = new("dieu-hanh", Role.Soict);
    public static readonly Actor Verifier = new("tham-dinh", Role.Verifier);
    public static readonly EvidenceLink Document = new(new string('a', 64), "kế hoạch.pdf", 1234, "application/pdf", "12/KH-SO");

    private const string Set = """
        set: SET
        year: 2025
        title: { vi: "Bộ chỉ số thử", en: "Trial set" }
        groups:
          - { code: so, name: { vi: "Sở, ban, ngành" } }
          - { code: xa, name: { vi: "UBND cấp xã" } }
        nodes:
          - code: "1"
            name: { vi: "Dữ liệu mở" }
            children:
              - code: "1.1"
                name: { vi: "Tỷ lệ công bố" }
                points: 10
                inputs:
                  - { id: published, type: count, from: metric:datasets_published }
                  - { id: listed, type: count, from: self }
                rule: { ratio: { of: published, to: listed } }
              - code: "1.2"
                name: { vi: "Có kế hoạch" }
                points: 5
                inputs: [{ id: plan, type: yes_no, from: self, evidence: required }]
                rule: { yes_no: { of: plan } }
          - code: "2"
            name: { vi: "Tổ chức" }
            children:
              - code: "2.1"
                name: { vi: "Báo cáo đúng hạn" }
                points: 8
                rule: { timeliness: { on_time: 1, late: 0.5, none: 0 } }
        """;

    public string Id => id;

    public IRoundGrain Grain => world.Grains.GetGrain<IRoundGrain>(RoundKey.Of(id));

    public IEditionSeriesGrain Series => world.Grains.GetGrain<IEditionSeriesGrain>(SeriesKey.Of(id));

    public ISubmissionGrain Submission(string unit = "so-a", string quarter = "q1") => world.Grains.GetGrain<ISubmissionGrain>(Key(unit, quarter));

    public IIndicatorGrain Indicator(string code = "1.1") => world.Grains.GetGrain<IIndicatorGrain>(IndicatorKey.Of(id, code));

    public string Key(string unit = "so-a", string quarter = "q1") => new SubmissionKey(id, unit, quarter).ToString();

    public static string Yaml(string set) => Set.Replace("SET", set, StringComparison.Ordinal);

    public static RoundPlan PlanOf(string set) => new(
        2025, Yaml(set),
        [Of("so-a", "so"), Of("so-b", "so"), Of("xa-c", "xa"), Of("xa-d", "xa")],
        [Quarter(1, 4), Quarter(2, 7), Quarter(3, 10), new("q4", DomainWorld.Moment(2025, 10, 1), DomainWorld.Moment(2026, 1, 15), DomainWorld.Moment(2026, 1, 30), QuarterState.Scheduled)],
        "Số liệu thử", new("UBND tỉnh", "Sở Khoa học và Công nghệ", "Nghệ An", "Giám đốc"));

    public static Participant Of(string unit, string group) => new(unit, $"Đơn vị {unit}", null, group, "", true);

    private static Quarter Quarter(int q, int due) =>
        new($"q{q}", DomainWorld.Moment(2025, 3 * q - 2, 1), DomainWorld.Moment(2025, due, 15), DomainWorld.Moment(2025, due, 30), QuarterState.Scheduled);

    public static Actor Officer(string unit = "so-a") => new($"{unit}.nhap", Role.Officer, unit);

    public static Actor Leader(string unit = "so-a") => new($"{unit}.duyet", Role.Leader, unit);

    public static SubmissionChange Values(params (string Key, InputValue? Value)[] values) =>
        SubmissionChange.None with { Values = values.ToImmutableDictionary(v => v.Key, v => v.Value) };

    /// <summary>Listed 10 datasets and a plan with its document.</summary>
    public static SubmissionChange Whole { get; } = Values(("1.1.listed", InputValue.Of(10)), ("1.2", InputValue.Of(true))) with
    {
        Evidence = ImmutableDictionary<string, ImmutableArray<EvidenceLink>>.Empty.Add("1.2", [Document]),
    };

    public static MeasuredValue Measured(double number, string unit = "so-a", string run = "run-1", string quarter = "q1", string key = "1.1.published", int day = 5) =>
        new(unit, quarter, key, "datasets_published", InputValue.Of(number), DomainWorld.Moment(2025, 4, day), "https://portal.example/", run);

    public async Task<SubmissionReply> Save(SubmissionChange change, string unit = "so-a", string quarter = "q1") =>
        await Submission(unit, quarter).Save(change, (await Submission(unit, quarter).Get()).Submission.Version, Officer(unit));

    /// <summary>Saved whole and submitted by the leader at the moment the clock shows.</summary>
    public async Task<SubmissionReply> Submitted(string unit = "so-a", string quarter = "q1")
    {
        Must((await Save(Whole, unit, quarter)).Broken);
        var reply = await Submission(unit, quarter).Submit($"key-{unit}-{quarter}", Leader(unit));
        Must(reply.Broken);
        return reply;
    }

    public async Task<SubmissionReply> Judge(params ImmutableArray<Judgement> judgements) =>
        await Submission().Judge(judgements, (await Submission().Get()).Submission.Version, Verifier);

    /// <summary>so-a submitted in time and was accepted; 5 of its 10 datasets are on the portal.</summary>
    public async Task Accepted()
    {
        await Submitted();
        (await Indicator().Observe([Measured(5)], Actor.System)).ShouldBeEmpty();
        Must((await Judge(Accepts("1.1.listed"), Accepts("1.2"))).Broken);
        Must((await Submission().Accept((await Submission().Get()).Submission.Version, Verifier)).Broken);
    }

    /// <summary>No quarter takes entries any more: only then can the year be published.</summary>
    public async Task QuartersClosed()
    {
        foreach (var quarter in (await Grain.Get()).Quarters.Where(quarter => quarter.State == QuarterState.Open))
            Must((await Grain.SetQuarter(quarter.Code, QuarterState.Closed, Soict)).Broken);
    }

    /// <summary>After the year, when every report was due.</summary>
    public async Task<string> Published(params ImmutableArray<string> errata)
    {
        await QuartersClosed();
        world.Clock.AdjustTime(DomainWorld.Moment(2026, 2, 20));
        var reply = await Grain.Publish([], errata, Soict);
        Must(reply.Broken);
        return reply.Edition.ShouldNotBeNull();
    }

    public static Judgement Accepts(string key) => new(key, Verdict.Accepted, null, null);

    public static Judgement Corrects(string key, InputValue? value, string? why = Why) => new(key, Verdict.Corrected, value, why);

    public static void Must(ImmutableArray<BrokenRule> broken) => broken.ShouldBeEmpty(string.Join("; ", broken.Select(b => b.Message)));
}
