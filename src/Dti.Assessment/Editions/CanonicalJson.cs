using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Dti.Assessment.Editions;

/// <summary>
/// The JSON Canonicalization Scheme (RFC 8785): one document, one sequence of bytes. Members sorted by UTF-16 code units, numbers as
/// ECMAScript writes them, strings with the fewest escapes, no white space, UTF-8 without a mark. What I-JSON (RFC 7493) forbids is
/// refused: a name twice in one object, a lone surrogate, a number beyond a double.
/// </summary>
public static class CanonicalJson
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64 };

    /// <exception cref="CanonicalJsonException">The text is not JSON, or has no canonical form.</exception>
    public static byte[] Canonicalise(ReadOnlyMemory<byte> json)
    {
        if (!Utf8.IsValid(json.Span))
            throw new CanonicalJsonException("not-utf8", "the text is not valid UTF-8");
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            var text = new StringBuilder(json.Length);
            Append(text, document.RootElement);
            return Encoding.UTF8.GetBytes(text.ToString());
        }
        catch (JsonException fault)
        {
            throw new CanonicalJsonException("not-json", $"the text is not JSON at line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1} of the line", fault);
        }
    }

    private static void Append(StringBuilder text, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                AppendObject(text, element);
                break;
            case JsonValueKind.Array:
                text.Append('[');
                int before = text.Length;
                foreach (var item in element.EnumerateArray())
                {
                    if (text.Length > before)
                        text.Append(',');
                    Append(text, item);
                }
                text.Append(']');
                break;
            case JsonValueKind.String:
                AppendString(text, Read(element.GetString));
                break;
            case JsonValueKind.Number:
                text.Append(EcmaScriptNumber.Format(element.GetDouble()));
                break;
            default:
                text.Append(element.GetRawText());
                break;
        }
    }

    private static void AppendObject(StringBuilder text, JsonElement element)
    {
        var members = element.EnumerateObject().Select(member => (Name: Read(() => member.Name), member.Value)).ToList();
        members.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name));
        text.Append('{');
        for (int i = 0; i < members.Count; i++)
        {
            if (i > 0 && members[i].Name == members[i - 1].Name)
                throw new CanonicalJsonException("duplicate-name", $"the name \"{members[i].Name}\" stands twice in one object");
            if (i > 0)
                text.Append(',');
            AppendString(text, members[i].Name);
            text.Append(':');
            Append(text, members[i].Value);
        }
        text.Append('}');
    }

    private static void AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (char c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\t' => text.Append("\\t"),
                '\n' => text.Append("\\n"),
                '\f' => text.Append("\\f"),
                '\r' => text.Append("\\r"),
                < ' ' => text.Append("\\u00").Append(Convert.ToHexStringLower([(byte)c])),
                _ => text.Append(c),
            };
        }
        text.Append('"');
    }

    // The reader refuses an escaped surrogate without its partner only when the string is decoded.
    private static string Read(Func<string?> decode)
    {
        try
        {
            return decode() ?? "";
        }
        catch (InvalidOperationException fault)
        {
            throw new CanonicalJsonException("lone-surrogate", "a string holds half of a surrogate pair", fault);
        }
    }
}

/// <summary>Text without a canonical form; <see cref="Code"/> is stable.</summary>
public sealed class CanonicalJsonException(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    public string Code { get; } = code;
}
