namespace Dti.Reports.Comparisons;

/// <summary>
/// What a change between two years is reckoned on, said beside every such number: one unit has two changes for one pair of years, and a
/// reader who meets both must see which is which.
/// </summary>
public static class BasisText
{
    /// <summary>This year's score less the year before's scored again under this year's set.</summary>
    public const string OneMethod = "tính lại theo cùng phương pháp";

    /// <summary>This year's published score less the year before's published one, each under its own year's set.</summary>
    public const string AsPublished = "theo điểm đã công bố, hai phương pháp khác nhau";

    /// <summary>The same of ranks.</summary>
    public const string RanksAsPublished = "theo hạng đã công bố, hai phương pháp khác nhau";
}
