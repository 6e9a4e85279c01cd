using System.Collections.Immutable;
using System.Text;
using Dti.Assessment.Indicators;
using Dti.Assessment.Rounds;
using Dti.Assessment.Storage;
using Dti.Assessment.Submissions;
using Dti.Scoring.Sets;

namespace Dti.Web.Demo;

/// <summary>What one unit and its verifier do in a quarter, through the same grains as people.</summary>
internal sealed class DemoUnit(IGrainFactory grains, IBlobStore blobs, IndicatorSet set, Round round, Participant unit)
{
    private static readonly Actor Verifier = new("tham-dinh", Role.Verifier);

    private static readonly string[] Roman = ["I", "II", "III", "IV"];

    private Actor Officer => new($"{unit.Unit}.nhap", Role.Officer, unit.Unit);
    private Actor Leader => new($"{unit.Unit}.duyet", Role.Leader, unit.Unit);

    private ISubmissionGrain Submission(string quarter) => grains.GetGrain<ISubmissionGrain>(new SubmissionKey(round.Id, unit.Unit, quarter).ToString());

    /// <summary>Figures for the metrics no portal was read for, handed to the indicators under a source that says what they are.</summary>
    public async Task<IReadOnlyDictionary<string, InputValue>> FiguresAsync(string quarter, DateTimeOffset at, ILookup<string, MeasuredValue> portal)
    {
        var known = portal[unit.Unit].Where(value => value.Quarter == quarter).ToDictionary(value => value.Key, value => value.Value);
        var figures = DemoFigures.Of(set, unit.Unit, unit.Group, round.Year, quarter[1] - '0', known);
        var form = new SubmissionForm(set, unit.Unit, unit.Group);
        foreach (var indicator in form.Cells.Where(cell => !cell.Typed && !known.ContainsKey(cell.Key) && figures.ContainsKey(cell.Key)).GroupBy(cell => cell.Node.Code))
        {
            var broken = await grains.GetGrain<IIndicatorGrain>(IndicatorKey.Of(round.Id, indicator.Key)).Observe(
                [.. indicator.Select(cell => new MeasuredValue(
                    unit.Unit, quarter, cell.Key, cell.Input.From.Metric ?? "", figures[cell.Key], at, "số liệu minh hoạ", $"minh-hoa/{round.Id}/{quarter}"))],
                Actor.System);
            Must(broken);
        }
        return figures;
    }

    public async Task SaveAsync(string quarter, IReadOnlyDictionary<string, InputValue> figures)
    {
        var typed = new SubmissionForm(set, unit.Unit, unit.Group).Cells.Where(cell => cell.Typed && figures.ContainsKey(cell.Key)).ToList();
        var link = await EvidenceAsync(quarter);
        Must(await Submission(quarter).Save(
            new(typed.ToImmutableDictionary(cell => cell.Key, cell => (InputValue?)figures[cell.Key]),
                typed.Where(cell => cell.Input.Evidence == EvidenceRule.Required).ToImmutableDictionary(cell => cell.Key, _ => ImmutableArray.Create(link))),
            (await Submission(quarter).Get()).Submission.Version, Officer));
    }

    /// <summary>How far an earlier run got, so that a demo cut short goes on where it was.</summary>
    public async Task<DemoStage> StageAsync(string quarter) => (await Submission(quarter).Get()).Submission switch
    {
        { Version: 0 } => DemoStage.New,
        { State: SubmissionState.Draft } => DemoStage.Saved,
        { State: SubmissionState.Accepted or SubmissionState.Final } => DemoStage.Verified,
        _ => DemoStage.Submitted,
    };

    public async Task SubmitAsync(string quarter) => Must(await Submission(quarter).Submit($"demo/{round.Id}/{unit.Unit}/{quarter}", Leader));

    /// <summary>Accepts most, corrects some downwards with a reason, then closes the verification.</summary>
    public async Task VerifyAsync(string quarter)
    {
        var view = await Submission(quarter).Get();
        var form = new SubmissionForm(set, unit.Unit, unit.Group);
        var judgements = form.Cells.Where(cell => cell.Typed && view.Submission.CellOf(cell.Key).Self is not null).Select(cell => Judge(cell, view.Submission.CellOf(cell.Key), quarter));
        Must(await Submission(quarter).Judge([.. judgements], view.Submission.Version, Verifier));
        Must(await Submission(quarter).Accept(view.Submission.Version + 1, Verifier));
    }

    private Judgement Judge(AskedCell cell, Cell answer, string quarter)
    {
        // A total that was cut stays cut, or the next one would have to make up for it.
        double luck = RunningTotal.Is(cell.Node, cell.Input)
            ? Chance.Of(unit.Unit, RunningTotal.Question(cell.Node, cell.Input), "verify")
            : Chance.Of(unit.Unit, cell.Key, quarter, round.Year, "verify");
        return answer.Self!.Value switch
        {
            { Number: >= 2 and { } number } when luck < 0.07 && cell.Input.Type == InputType.Count && LessIsWorse(cell) =>
                new(cell.Key, Verdict.Corrected, InputValue.Of(Math.Floor(number * 0.8)), "Minh chứng chỉ xác nhận được một phần số liệu tự đánh giá."),
            { Flag: true } when luck < 0.05 =>
                new(cell.Key, Verdict.Corrected, InputValue.Of(false), "Văn bản kèm theo ban hành ngoài kỳ đánh giá nên không được tính."),
            _ => new(cell.Key, Verdict.Accepted, null, null),
        };
    }

    /// <summary>Only numerators are cut: a verifier has no reason to shrink the whole that a share is taken of.</summary>
    private static bool LessIsWorse(AskedCell cell) => cell.Node.Indicator!.Rule switch
    {
        RatioRule ratio => ratio.Of.Input == cell.Input.Id && ratio.Of.Indicator == cell.Node.Code,
        StepsRule or RelativeRule => true,
        _ => false,
    };

    private async Task<EvidenceLink> EvidenceAsync(string quarter)
    {
        string citation = FormattableString.Invariant($"{10 + (int)(Chance.Of(unit.Unit, quarter) * 400)}/BC-{unit.Unit.ToUpperInvariant()} (minh hoạ): Báo cáo phát triển dữ liệu quý {Roman[quarter[1] - '1']}/{round.Year}");
        byte[] bytes = Encoding.UTF8.GetBytes($"SỐ LIỆU MINH HOẠ\n{unit.NameVi}\n{citation}\n");
        string sha256 = await blobs.SaveAsync(new MemoryStream(bytes), "text/plain", bytes.Length);
        return new(sha256, $"bao-cao-{quarter}-{round.Year}.txt", bytes.Length, "text/plain", citation);
    }

    private static void Must(SubmissionReply reply) => Must(reply.Broken);

    internal static void Must(IReadOnlyCollection<BrokenRule> broken)
    {
        if (broken.Count > 0)
            throw new InvalidOperationException($"The demo broke a rule of its own set: {string.Join(' ', broken.Select(b => $"{b.Code}: {b.Message}"))}");
    }
}

/// <summary>How far a unit's quarter has come.</summary>
internal enum DemoStage { New, Saved, Submitted, Verified }
