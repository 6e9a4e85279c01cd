using System.Text.Encodings.Web;
using System.Text.Json;
using Dti.Scoring.Rankings;
using Dti.Scoring.Scores;
using Dti.Scoring.Uncertainty;

namespace Dti.Assessment.Tables;

/// <summary>The figures of a run at a glance: counts, hashes, time, and each node's scored units with mean, least and greatest.</summary>
internal static class ScoreSummary
{
    private static readonly JsonWriterOptions Options =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Stream stream, SetScores scores, IReadOnlyCollection<int> shown, IReadOnlyList<RankedUnit> ranking, string setHash, string dataHash, double seconds, RankUncertainty? uncertainty)
    {
        var set = scores.Plan.Set;
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("set", set.Code);
            json.WriteNumber("year", set.Year);
            json.WriteString("set_hash", setHash);
            json.WriteString("data_hash", dataHash);
            json.WriteNumber("seconds", seconds);
            json.WriteStartObject("counts");
            json.WriteNumber("units", shown.Count);
            json.WriteNumber("ranked", ranking.Count(row => row.Rank is not null));
            json.WriteNumber("groups", ranking.Select(row => row.Group).Distinct().Count());
            json.WriteNumber("nodes", scores.Plan.Nodes.Count);
            json.WriteNumber("leaves", scores.Plan.Nodes.Count(node => node.Children.Count == 0));
            json.WriteEndObject();
            if (uncertainty is not null)
            {
                json.WriteStartObject("uncertainty");
                json.WriteNumber("draws", uncertainty.Draws);
                json.WriteNumber("seed", uncertainty.Seed);
                json.WriteEndObject();
            }
            json.WriteStartArray("nodes");
            foreach (var node in scores.Plan.Nodes)
                WriteNode(json, node, shown.Select(unit => scores.Values[node.Index][unit]));
            json.WriteEndArray();
            json.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
    }

    private static void WriteNode(Utf8JsonWriter json, PlanNode node, IEnumerable<double> values)
    {
        double[] scored = [.. values.Where(value => !double.IsNaN(value))];
        json.WriteStartObject();
        json.WriteString("code", node.Code);
        json.WriteNumber("depth", node.Depth);
        json.WriteNumber("scored", scored.Length);
        Figure("mean", scored.Length > 0 ? scored.Sum() / scored.Length : null);
        Figure("min", scored.Length > 0 ? scored.Min() : null);
        Figure("max", scored.Length > 0 ? scored.Max() : null);
        json.WriteEndObject();

        void Figure(string name, double? value)
        {
            if (value is { } number && double.IsFinite(number))
                json.WriteNumber(name, number == 0 ? 0 : number);
            else
                json.WriteNull(name);
        }
    }
}
