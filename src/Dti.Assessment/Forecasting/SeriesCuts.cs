namespace Dti.Assessment.Forecasting;

/// <summary>The latest cut of each unit.</summary>
internal sealed class SeriesCuts(IEnumerable<SeriesCut> cuts)
{
    private readonly Dictionary<string, SeriesCut> _latest = cuts.GroupBy(c => c.Unit).ToDictionary(g => g.Key, g => g.MaxBy(c => c.Year)!, StringComparer.Ordinal);

    internal SeriesCut? Of(string unit) => _latest.GetValueOrDefault(unit);

    internal bool Counts(string unit, int year) => Of(unit) is not { } cut || year >= cut.Year;
}
