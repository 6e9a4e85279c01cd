using nietras.SeparatedValues;

namespace Dti.Assessment.Harvesting;

/// <summary>
/// Which unit answers for which publisher of a portal, from <c>publishers.csv</c> (columns <c>publisher,unit</c>; further columns are for people).
/// Several publishers may belong to one unit, whose figures are then their sums.
/// </summary>
public sealed class PublisherMap
{
    private readonly Dictionary<string, string> _units = new(StringComparer.Ordinal);

    /// <exception cref="RecordingFaultException">The file cannot be read, a column is missing, or a publisher is named twice; with file:line.</exception>
    public static PublisherMap Read(string path)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordingFaultException($"{path}: cannot be read: {e.Message}", e);
        }
        var map = new PublisherMap();
        using SepReader reader = Sep.New(',').Reader(o => o with { Unescape = true }).FromText(text);
        if (reader.IsEmpty || !reader.Header.TryIndexOf("publisher", out int publisher) || !reader.Header.TryIndexOf("unit", out int unit))
            throw new RecordingFaultException($"{path}:1: the columns are publisher,unit");
        foreach (SepReader.Row row in reader)
        {
            (string key, string code) = (row[publisher].ToString(), row[unit].ToString());
            if (key.Length == 0 || code.Length == 0 || !map._units.TryAdd(key, code))
                throw new RecordingFaultException($"{path}:{row.LineNumberFrom}: '{key}' is empty, has no unit or is named twice");
        }
        return map;
    }

    public IEnumerable<string> Publishers => _units.Keys;

    public string? UnitOf(string publisher) => _units.GetValueOrDefault(publisher);

    /// <summary>A complete run's figures by unit and metric; publishers without a unit, and the whole, are left out.</summary>
    public IReadOnlyDictionary<(string Unit, string Metric), double> ByUnit(HarvestRun run) => run.Status != HarvestStatus.Complete
        ? new Dictionary<(string, string), double>()
        : run.Observations.Where(o => UnitOf(o.Publisher) is not null).GroupBy(o => (UnitOf(o.Publisher)!, o.Metric)).ToDictionary(g => g.Key, g => g.Sum(o => o.Value));
}
