namespace Dti.Assessment.Harvesting;

/// <summary>Counts datasets, never resources: a portal can list one table in six formats.</summary>
internal sealed class CkanTally
{
    private static readonly string[] Names = [Metrics.DatasetsPublished, Metrics.DatasetsOpenLicence, Metrics.DatasetsMachineReadable];

    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, PortalPublisher> _publishers = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Publisher, string Metric), int> _counts = [];
    private readonly SortedDictionary<string, int> _unknownFormats = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _unknownLicences = new(StringComparer.Ordinal);

    internal int Seen => _ids.Count;
    internal int Duplicates { get; private set; }
    internal IReadOnlyList<PortalPublisher> Publishers => [.. _publishers.Values];
    internal IReadOnlyList<UnknownLabel> UnknownFormats => [.. _unknownFormats.Select(u => new UnknownLabel(u.Key, u.Value))];
    internal IReadOnlyList<UnknownLabel> UnknownLicences => [.. _unknownLicences.Select(u => new UnknownLabel(u.Key, u.Value))];

    internal void Add(CkanDataset dataset)
    {
        if (!_ids.Add(dataset.Id))
        {
            Duplicates++;
            return;
        }
        if (!dataset.Published)
            return;
        if (dataset.Publisher is { } publisher)
            _publishers[publisher.Key] = publisher;
        Count(dataset, Metrics.DatasetsPublished);

        bool? open = Licences.IsOpen(dataset.Licence);
        if (open is null)
            Unknown(_unknownLicences, dataset.Licence!);
        if (open is true)
            Count(dataset, Metrics.DatasetsOpenLicence);

        bool readable = false;
        foreach (string label in dataset.Formats)
        {
            IReadOnlyList<string> codes = FileFormats.Codes(label);
            if (codes.Count == 0)
                Unknown(_unknownFormats, label);
            readable |= codes.Any(FileFormats.IsMachineReadable);
        }
        if (readable)
            Count(dataset, Metrics.DatasetsMachineReadable);
    }

    internal IReadOnlyList<Observation> Observations(string source, DateTimeOffset at) =>
    [
        .. from publisher in _publishers.Keys.Prepend("")
           from metric in Names
           select new Observation(source, publisher, metric, _counts.GetValueOrDefault((publisher, metric)), Metrics.Dataset, at),
    ];

    private void Count(CkanDataset dataset, string metric)
    {
        Add("");
        if (dataset.Publisher is { } publisher)
            Add(publisher.Key);

        void Add(string key) => _counts[(key, metric)] = _counts.GetValueOrDefault((key, metric)) + 1;
    }

    private static void Unknown(SortedDictionary<string, int> labels, string label)
    {
        string key = label.Length <= 100 ? label : label[..100] + "…";
        labels[key] = labels.GetValueOrDefault(key) + 1;
    }
}
