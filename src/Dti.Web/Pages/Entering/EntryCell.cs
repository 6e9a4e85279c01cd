using Dti.Assessment.Submissions;
using Dti.Web.Pages.Public;

namespace Dti.Web.Pages.Entering;

/// <summary>One field of the form: what is stored, what was seen when it was opened, and what is typed now.</summary>
public sealed class EntryCell(AskedCell asked, Cell stored, Entry? measured, bool editable)
{
    public AskedCell Asked => asked;
    public string Key => asked.Key;
    public string Id => Anchors.Of("o", asked.Key);
    public Cell Stored => stored;
    public Entry? Measured => measured;
    public bool Editable => editable && asked.Typed;

    /// <summary>What the field shows; after a refused save, what was typed.</summary>
    public string Text { get; set; } = FieldText.Of(stored.Self?.Value);

    /// <summary>What the field showed when the person opened the form: only what differs from it was changed by them.</summary>
    public string Seen { get; set; } = FieldText.Of(stored.Self?.Value);

    public string? Fault { get; set; }

    /// <summary>What somebody else saved meanwhile where this person typed something too.</summary>
    public string? Theirs { get; set; }

    public string NewCitation { get; set; } = "";

    public IReadOnlyList<EvidenceLink> Evidence { get; set; } = stored.Evidence.IsDefault ? [] : stored.Evidence;

    public InputValue? Value { get; set; } = stored.Self?.Value;

    public bool ValueChanged => Text.Trim() != Seen.Trim();

    public bool EvidenceChanged => !Evidence.SequenceEqual(stored.Evidence.IsDefault ? [] : stored.Evidence);
}
