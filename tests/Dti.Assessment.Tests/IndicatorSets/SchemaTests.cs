using System.Text.Json;
using System.Text.Json.Nodes;
using Dti.Assessment.IndicatorSets;
using Json.Schema;
using YamlDotNet.RepresentationModel;

namespace Dti.Assessment.Tests.IndicatorSets;

/// <summary>
/// The schema and the loader agree: what has a fault of shape, both refuse; what the schema refuses, the loader refuses too.
/// Faults of meaning (an operand that does not exist, thresholds out of order) are the loader's alone.
/// </summary>
public sealed class SchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromFile(Path.Combine(Root(), "indicators", "schema.json"));

    [Theory]
    [InlineData(SetTexts.Points)]
    [InlineData(SetTexts.Normalised)]
    public void A_set_without_fault_fits_the_schema(string yaml) => Fits(Load(yaml)).ShouldBeTrue();

    [Theory]
    [MemberData(nameof(SetFaultTests.Cases), MemberType = typeof(SetFaultTests))]
    public void Schema_and_loader_agree_on_every_case(int index, string code)
    {
        string yaml = SetFaultCases.All[index].Yaml.Replace("§", "", StringComparison.Ordinal);
        // A document that YAML itself refuses, or that says a key twice, never reaches a schema.
        if (SetFaultCodes.Shape.Contains(code) && !yaml.Contains('?', StringComparison.Ordinal))
            Fits(Load(yaml)).ShouldBeFalse();
    }

    [Fact]
    public void Some_faults_are_of_meaning_alone()
    {
        string[] meaning = [SetFaultCodes.UnknownOperand, SetFaultCodes.StepsOrder, SetFaultCodes.DuplicateCode, SetFaultCodes.Cycle, SetFaultCodes.RuleTypeMismatch, SetFaultCodes.UnknownGroup, SetFaultCodes.MixedKinds];
        foreach (var item in SetFaultCases.All.Where(item => meaning.Contains(item.Code)))
            Fits(Load(item.Yaml.Replace("§", "", StringComparison.Ordinal))).ShouldBeTrue(item.Yaml);
    }

    [Theory]
    [InlineData(SetTexts.Points)]
    [InlineData(SetTexts.Normalised)]
    public void Schema_and_loader_agree_on_every_small_change_of_a_whole_set(string yaml)
    {
        int changed = 0, refused = 0;
        foreach (var (change, document) in Changes.Of(yaml))
        {
            string text = Write(document);
            var reading = SetFile.Parse(text, "s.yaml");
            bool shape = reading.Faults.Any(fault => SetFaultCodes.Shape.Contains(fault.Code)), fits = Fits(Load(text));
            changed++;
            refused += fits ? 0 : 1;
            if (shape && fits)
                Assert.Fail($"{change}: the loader finds {string.Join("; ", reading.Faults)}, the schema nothing");
            if (!fits && reading.Faults.Count == 0)
                Assert.Fail($"{change}: the schema refuses what the loader takes\n{text}");
        }
        changed.ShouldBeGreaterThan(500);
        refused.ShouldBeGreaterThan(changed / 2);
    }

    private static bool Fits(YamlNode document) =>
        Schema.Evaluate(JsonSerializer.SerializeToElement(YamlAsJson.Convert(document))).IsValid;

    private static YamlNode Load(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return stream.Documents[0].RootNode;
    }

    private static string Write(YamlNode document)
    {
        using var writer = new StringWriter();
        new YamlStream(new YamlDocument(document)).Save(writer, assignAnchors: false);
        return writer.ToString();
    }

    private static string Root()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "DTI.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}

/// <summary>Every key dropped, misspelt or added beside, every value replaced by one of another shape.</summary>
internal static class Changes
{
    private static readonly Func<YamlNode>[] Others =
    [
        () => new YamlScalarNode("word"),
        () => new YamlScalarNode("5") { Style = YamlDotNet.Core.ScalarStyle.Plain },
        () => new YamlScalarNode("5") { Style = YamlDotNet.Core.ScalarStyle.DoubleQuoted },
        () => new YamlScalarNode("true") { Style = YamlDotNet.Core.ScalarStyle.Plain },
        () => new YamlScalarNode("1e999") { Style = YamlDotNet.Core.ScalarStyle.Plain },
        () => new YamlScalarNode("null") { Style = YamlDotNet.Core.ScalarStyle.Plain },
        () => new YamlScalarNode(" ") { Style = YamlDotNet.Core.ScalarStyle.DoubleQuoted },
        () => new YamlSequenceNode(),
        () => new YamlSequenceNode(new YamlScalarNode("word")),
        () => new YamlMappingNode(),
        () => new YamlMappingNode(new YamlScalarNode("word"), new YamlScalarNode("word")),
    ];

    public static IEnumerable<(string Change, YamlNode Document)> Of(string yaml)
    {
        int places = Nodes(Load(yaml)).Count();
        for (int place = 0; place < places; place++)
        {
            foreach (var (name, apply) in At(Nodes(Load(yaml)).ElementAt(place)))
            {
                var document = Load(yaml);
                apply(Nodes(document).ElementAt(place));
                yield return (name, document);
            }
        }
    }

    private static IEnumerable<(string, Action<YamlNode>)> At(YamlNode node)
    {
        if (node is YamlMappingNode map)
        {
            yield return ("add a key", it => ((YamlMappingNode)it).Add("extra", "word"));
            for (int i = 0; i < map.Children.Count; i++)
            {
                int at = i;
                string key = ((YamlScalarNode)map.Children.ElementAt(at).Key).Value!;
                yield return ($"drop {key}", it => Remove((YamlMappingNode)it, at));
                yield return ($"misspell {key}", it => Rename((YamlMappingNode)it, at, key + "x"));
                for (int other = 0; other < Others.Length; other++)
                {
                    int index = other;
                    yield return ($"{key} becomes {Others[other]()} ({other})", it => Put((YamlMappingNode)it, at, Others[index]()));
                }
            }
        }
        if (node is YamlSequenceNode list)
        {
            yield return ("repeat the first item", it => ((YamlSequenceNode)it).Children.Add(((YamlSequenceNode)it).Children[0]));
            for (int other = 0; other < Others.Length; other++)
            {
                int index = other;
                yield return ($"the first item becomes {Others[other]()} ({other})", it => ((YamlSequenceNode)it).Children[0] = Others[index]());
            }
        }
        yield break;
    }

    private static void Remove(YamlMappingNode map, int at) => map.Children.Remove(map.Children.ElementAt(at).Key);

    private static void Put(YamlMappingNode map, int at, YamlNode value) => map.Children[map.Children.ElementAt(at).Key] = value;

    private static void Rename(YamlMappingNode map, int at, string name)
    {
        var value = map.Children.ElementAt(at).Value;
        Remove(map, at);
        map.Add(name, value);
    }

    private static YamlNode Load(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return stream.Documents[0].RootNode;
    }

    private static IEnumerable<YamlNode> Nodes(YamlNode root) => root switch
    {
        YamlMappingNode map => map.Children.SelectMany(pair => Nodes(pair.Value)).Prepend(root),
        YamlSequenceNode list when list.Children.Count > 0 => list.Children.SelectMany(Nodes).Prepend(root),
        _ => [],
    };
}
