using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Dti.Assessment.IndicatorSets.Yaml;

/// <summary>
/// Builds the tree from the parser's events. Anchors, aliases and tags are refused, so a small file cannot unfold into a large
/// tree; depth is capped before recursion could hurt.
/// </summary>
internal sealed class YamlDocument(string yaml, FaultList faults)
{
    private const int DeepestNesting = 64;

    private readonly Parser parser = new(new StringReader(yaml));
    /// <summary>Starts of the lists and mappings being read, the innermost on top.</summary>
    private readonly Stack<Place> open = new();

    /// <summary>The document's root; null when it cannot be read at all, which is then among the faults.</summary>
    public YamlValue? Read()
    {
        try
        {
            return ReadDocument();
        }
        catch (YamlException error)
        {
            Report(error);
        }
        // The parser answers some broken flow collections with these instead of a YamlException.
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException)
        {
            faults.Add(open.TryPeek(out var innermost) ? innermost : new(1, 1), SetFaultCodes.YamlSyntax, "what starts here is not closed, or its entries are not parted by commas");
        }
        return null;
    }

    private YamlValue? ReadDocument()
    {
        if (Next() is DocumentStart && Next() is { } first && first is not DocumentEnd)
        {
            var root = ReadValue(first, 1);
            if (root is null)
                return null;
            Next();
            if (Next() is DocumentStart second)
            {
                faults.Add(At(second.Start), SetFaultCodes.SeveralDocuments, "a second document starts here; keep one set a file");
                return null;
            }
            if (root is not YamlScalar { Kind: ScalarKind.Null })
                return root;
        }
        faults.Add(new(1, 1), SetFaultCodes.EmptyFile, "the file holds no set; it starts with 'set:', 'year:' and 'nodes:'");
        return null;
    }

    private ParsingEvent Next()
    {
        do
        {
            if (!parser.MoveNext())
                return new StreamEnd();
        }
        while (parser.Current is StreamStart or Comment);
        return parser.Current!;
    }

    private YamlValue? ReadValue(ParsingEvent start, int depth)
    {
        var place = At(start.Start);
        if (start is AnchorAlias || start is NodeEvent { Anchor.IsEmpty: false })
        {
            faults.Add(place, SetFaultCodes.AliasNotAllowed, "anchors (&) and aliases (*) are not allowed; write the value out");
            return null;
        }
        if (start is NodeEvent { Tag.IsEmpty: false } tagged && !(tagged is Scalar { Style: not ScalarStyle.Plain } && tagged.Tag.IsNonSpecific))
        {
            faults.Add(place, SetFaultCodes.TagNotAllowed, "tags (!) are not allowed; quote a text instead");
            return null;
        }
        if (depth > DeepestNesting)
        {
            faults.Add(place, SetFaultCodes.TooDeep, $"nested more than {DeepestNesting} deep");
            return null;
        }
        return start switch
        {
            Scalar scalar => new YamlScalar(place, scalar.Value, scalar.Style == ScalarStyle.Plain),
            SequenceStart => ReadList(place, depth),
            MappingStart => ReadMap(place, depth),
            _ => null,
        };
    }

    private YamlList? ReadList(Place place, int depth)
    {
        open.Push(place);
        List<YamlValue> items = [];
        while (Next() is var item and not SequenceEnd)
        {
            if (ReadValue(item, depth + 1) is not { } value)
                return null;
            items.Add(value);
        }
        open.Pop();
        return new(place, items);
    }

    private YamlMap? ReadMap(Place place, int depth)
    {
        open.Push(place);
        List<YamlEntry> entries = [];
        Dictionary<string, Place> seen = [];
        while (Next() is var first and not MappingEnd)
        {
            if (ReadValue(first, depth + 1) is not { } key || ReadValue(Next(), depth + 1) is not { } value)
                return null;
            if (key is not YamlScalar name)
                faults.Add(key.Place, SetFaultCodes.WrongShape, "a key must be a word, not a list or mapping");
            else if (seen.TryGetValue(name.Text, out var earlier))
                faults.Add(name.Place, SetFaultCodes.DuplicateKey, $"'{name.Text}' was already given on line {earlier.Line}; keep one");
            else
            {
                seen.Add(name.Text, name.Place);
                entries.Add(new(name, value));
            }
        }
        open.Pop();
        return new(place, entries);
    }

    private void Report(YamlException error)
    {
        bool tab = error.Message.Contains("tab", StringComparison.OrdinalIgnoreCase);
        var place = tab && FirstTabIndent() is { } indent ? indent : At(error.Start);
        string mend = tab ? "a tab indents this line; indent with spaces" : $"not YAML: {error.Message.TrimEnd('.')}";
        faults.Add(place, SetFaultCodes.YamlSyntax, mend.ReplaceLineEndings(" "));
    }

    /// <summary>The parser blames the mapping that holds the line, not the line with the tab.</summary>
    private Place? FirstTabIndent()
    {
        int line = 0;
        foreach (var text in yaml.AsSpan().EnumerateLines())
        {
            line++;
            int tab = text.IndexOfAnyExcept(' ');
            if (tab >= 0 && text[tab] == '\t' && !text.Trim().IsEmpty)
                return new(line, tab + 1);
        }
        return null;
    }

    private static Place At(Mark mark) => new((int)mark.Line, (int)mark.Column);
}
