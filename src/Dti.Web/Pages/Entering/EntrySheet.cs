using System.Collections.Immutable;
using Dti.Assessment.Submissions;
using Dti.Scoring.Sets;
using Dti.Web.Api;

namespace Dti.Web.Pages.Entering;

/// <summary>The form of one quarter: stored cells with what a post put over them.</summary>
internal sealed class EntrySheet
{
    private readonly Dictionary<string, EntryCell> _cells;

    public EntrySheet(SubmissionView view, IndicatorSet set, string unit, string group)
    {
        View = view;
        var submission = view.Submission;
        bool open = view.Open && submission.State is SubmissionState.Draft or SubmissionState.Returned;
        Cells = [.. new SubmissionForm(set, unit, group).Cells.Select(asked => new EntryCell(
            asked, submission.CellOf(asked.Key), view.Measured.GetValueOrDefault(asked.Key),
            open && view.Open && (submission.State == SubmissionState.Draft || submission.Reopened.Contains(asked.Key))))];
        _cells = Cells.ToDictionary(cell => cell.Key, StringComparer.Ordinal);
    }

    public SubmissionView View { get; }
    public IReadOnlyList<EntryCell> Cells { get; }
    public bool Editable => Cells.Any(cell => cell.Editable);

    public EntryCell? Find(string key) => _cells.GetValueOrDefault(key);

    /// <summary>Puts a post over the stored cells: texts as typed, files kept, faults at their fields.</summary>
    public async Task TakeAsync(IFormCollection form, EntryEvidence evidence, Actor actor, CancellationToken cancellation)
    {
        foreach (var cell in Cells.Where(cell => cell.Editable))
        {
            string stored = cell.Seen;
            cell.Seen = form[$"s:{cell.Key}"].FirstOrDefault() ?? stored;
            string typed = form[$"v:{cell.Key}"].FirstOrDefault() ?? cell.Seen;
            if (typed.Trim() == cell.Seen.Trim())
            {
                // Not touched: whatever is stored now is what the person should see.
                cell.Text = cell.Seen = stored;
            }
            else
            {
                cell.Text = typed.Length <= 2000 ? typed : typed[..2000];
                (cell.Value, cell.Fault) = FieldText.Read(cell.Asked.Input, cell.Text);
                if (stored != cell.Seen && stored != cell.Text)
                    cell.Theirs = stored;
                cell.Seen = stored;
            }
            cell.Evidence = await EvidenceOf(cell, form, evidence, actor, cancellation);
        }
    }

    /// <summary>Only what this person changed.</summary>
    public SubmissionChange Changes() => new(
        Cells.Where(cell => cell.Editable && cell.ValueChanged).ToImmutableDictionary(cell => cell.Key, cell => cell.Value),
        Cells.Where(cell => cell.Editable && cell.EvidenceChanged).ToImmutableDictionary(cell => cell.Key, cell => cell.Evidence.ToImmutableArray()));

    public IReadOnlyList<BrokenRule> Faults() =>
        [.. Cells.Where(cell => cell.Fault is not null).Select(cell => new BrokenRule(cell.Key, "typed", $"{cell.Key}. {Name(cell)}: {cell.Fault}"))];

    public static string Name(EntryCell cell) => cell.Asked.Input.Name?.Vi ?? cell.Asked.Node.Name.Vi;

    private static async Task<IReadOnlyList<EvidenceLink>> EvidenceOf(
        EntryCell cell, IFormCollection form, EntryEvidence evidence, Actor actor, CancellationToken cancellation)
    {
        var links = new List<EvidenceLink>();
        var dropped = form[$"x:{cell.Key}"].ToHashSet();
        var posted = form[$"e:{cell.Key}"].OfType<string>().ToList();
        foreach (string sha256 in posted.Where(sha256 => !dropped.Contains(sha256)).Distinct())
        {
            var known = cell.Evidence.FirstOrDefault(link => link.Sha256 == sha256) ?? await evidence.FindAsync(sha256, actor.Unit ?? "", cancellation);
            if (known is not null)
                links.Add(known with { Citation = Line(form[$"c:{cell.Key}:{sha256}"].FirstOrDefault()) ?? known.Citation });
        }
        // What somebody else attached meanwhile stays.
        links.AddRange(cell.Evidence.Where(link => !posted.Contains(link.Sha256)));

        string? citation = Line(form[$"n:{cell.Key}"].FirstOrDefault());
        foreach (var file in form.Files.GetFiles($"f:{cell.Key}").Where(file => file.FileName.Length > 0))
        {
            var (link, fault) = await evidence.TakeAsync(file, citation, actor, cancellation);
            cell.Fault ??= fault;
            if (link is null)
                cell.NewCitation = citation ?? "";
            else
                links.RemoveAll(other => other.Sha256 == link.Sha256);
            if (link is not null)
                links.Add(link);
        }
        if (citation is not null && cell.NewCitation.Length == 0 && !form.Files.GetFiles($"f:{cell.Key}").Any(file => file.FileName.Length > 0))
        {
            var link = await evidence.CiteAsync(citation, actor, cancellation);
            links.RemoveAll(other => other.Sha256 == link.Sha256);
            links.Add(link);
        }
        return links;
    }

    private static string? Line(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Trim() is var line && Texts.IsPlain(line) ? line : new string([.. line.Where(c => !char.IsControl(c)).Take(Texts.Longest)]);
}
