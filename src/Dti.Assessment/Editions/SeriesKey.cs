namespace Dti.Assessment.Editions;

/// <summary>Grain key <c>series/&lt;set&gt;</c>.</summary>
public static class SeriesKey
{
    public static string Of(string set) => $"series/{set}";
}
