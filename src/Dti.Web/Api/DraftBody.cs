using System.Text.Json;
using Dti.Assessment.Submissions;

namespace Dti.Web.Api;

/// <summary>
/// The body of a PUT, read member by member: what is named changes, so an absent key and a null are two things. Every fault is
/// collected with its key; nothing is saved when there is one.
/// </summary>
internal sealed class DraftBody
{
    private const int MostEvidenceOfCell = 20;
    private readonly List<BrokenRule> _faults = [];

    public Dictionary<string, InputValue?> Values { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, IReadOnlyList<EvidenceReference>> Evidence { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<BrokenRule> Faults => _faults;

    public static DraftBody Read(JsonElement root)
    {
        var body = new DraftBody();
        if (root.ValueKind != JsonValueKind.Object)
        {
            body.Refuse(null, "not-an-object", "Nội dung là một đối tượng JSON có “values” và “evidence”.");
            return body;
        }
        foreach (var member in root.EnumerateObject())
        {
            if (member.Name is not ("values" or "evidence"))
                body.Refuse(member.Name, "unknown-member", $"Không có thành phần “{member.Name}”; chỉ có “values” và “evidence”.");
            else if (member.Value.ValueKind != JsonValueKind.Object)
                body.Refuse(member.Name, "not-an-object", $"“{member.Name}” là một đối tượng JSON: mã mục và giá trị.");
            else
                foreach (var cell in member.Value.EnumerateObject())
                {
                    if (member.Name == "values")
                        body.TakeValue(cell.Name, cell.Value);
                    else
                        body.TakeEvidence(cell.Name, cell.Value);
                }
        }
        return body;
    }

    private void TakeValue(string key, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                Values[key] = null;
                break;
            case JsonValueKind.True or JsonValueKind.False:
                Values[key] = InputValue.Of(value.GetBoolean());
                break;
            case JsonValueKind.Number when value.TryGetDouble(out double number) && double.IsFinite(number):
                Values[key] = InputValue.Of(number);
                break;
            case JsonValueKind.Number:
                Refuse(key, "number-out-of-range", $"{key}: số {Short(value.GetRawText())} quá lớn.");
                break;
            case JsonValueKind.String when Texts.IsPlain(value.GetString()!):
                Values[key] = InputValue.Of(value.GetString()!);
                break;
            case JsonValueKind.String:
                Refuse(key, "text-invalid", $"{key}: chữ dài quá {Texts.Longest} ký tự hoặc có ký tự điều khiển.");
                break;
            default:
                Refuse(key, "value-misfit", $"{key}: cần một số, true, false, chuỗi hoặc null; không phải danh sách hay đối tượng.");
                break;
        }
    }

    private void TakeEvidence(string key, JsonElement list)
    {
        if (list.ValueKind == JsonValueKind.Null)
        {
            Evidence[key] = [];
            return;
        }
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > MostEvidenceOfCell)
        {
            Refuse(key, "evidence-misfit", $"{key}: minh chứng là danh sách tối đa {MostEvidenceOfCell} mã SHA-256.");
            return;
        }
        var references = new List<EvidenceReference>();
        foreach (var item in list.EnumerateArray())
        {
            if (EvidenceReference.Read(item) is { } reference)
                references.Add(reference);
            else
                Refuse(key, "evidence-misfit", $"{key}: mỗi minh chứng là mã SHA-256 (64 chữ số hệ 16) hoặc {{\"sha256\", \"citation\", \"name\"}}.");
        }
        Evidence[key] = references;
    }

    private void Refuse(string? key, string code, string message) => _faults.Add(new(key, code, message));

    private static string Short(string text) => text.Length <= 20 ? text : text[..20] + "…";
}

/// <summary>A file already uploaded, by its hash; with a name and a citation where given.</summary>
internal sealed record EvidenceReference(string Sha256, string? Name, string? Citation)
{
    public static EvidenceReference? Read(JsonElement item)
    {
        if (item.ValueKind == JsonValueKind.String)
            return IsHash(item.GetString()!) ? new(item.GetString()!.ToLowerInvariant(), null, null) : null;
        if (item.ValueKind != JsonValueKind.Object)
            return null;
        string? sha256 = null, name = null, citation = null;
        foreach (var member in item.EnumerateObject())
        {
            if (member.Value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null) || member.Value.GetString() is { } text && !Texts.IsPlain(text))
                return null;
            switch (member.Name)
            {
                case "sha256": sha256 = member.Value.GetString(); break;
                case "name": name = member.Value.GetString(); break;
                case "citation": citation = member.Value.GetString(); break;
                default: return null;
            }
        }
        return sha256 is not null && IsHash(sha256) ? new(sha256.ToLowerInvariant(), name is null ? null : FileNames.Clean(name), citation) : null;
    }

    private static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigit);
}
