namespace Dti.Web.Demo;

/// <summary>
/// How far along each unit is, year by year: a level and a pace of its own, a little luck each year, and the turns that make the years worth
/// comparing (a department that absorbs the one that was ahead, risers, and units that fall back).
/// </summary>
internal static class DemoStory
{
    /// <summary>The first year that is reported quarter by quarter.</summary>
    public const int First = 2023;

    /// <summary>Who was ahead from the first: the department of information and communications, which ran the index.</summary>
    private const string Pioneer = "so-tttt";

    /// <summary>New bodies begin where those they came from stood.</summary>
    private static readonly Dictionary<string, string[]> Heirs = new()
    {
        ["so-nnmt"] = ["so-nnptnt", "so-tnmt"],
        ["so-vhttdl"] = ["so-vhtt", "so-dl"],
        ["so-dttg"] = ["ban-dan-toc"],
    };

    /// <summary>From this year on a unit is so much further along, or behind.</summary>
    private static readonly Dictionary<string, (int From, double Change)> Turns = new()
    {
        ["so-khcn"] = (2025, 0.22),
        ["so-gddt"] = (2025, 0.13),
        ["so-yt"] = (2025, -0.24),
        ["so-nv"] = (2025, -0.08),
        ["so-nnmt"] = (2025, 0.06),
        ["so-dl"] = (2023, 0.12),
        ["tp-vinh"] = (2025, -0.16),
        ["huyen-ky-son"] = (2025, 0.14),
        ["huyen-nam-dan"] = (2024, 0.1),
    };

    /// <summary>How far what adds up has come: the furthest of any quarter up to the moment, since the first of the story. Never falls.</summary>
    public static double Reached(string unit, double year)
    {
        double best = 0;
        for (double quarter = First; quarter <= year; quarter += 0.25)
            best = Math.Max(best, Quality(unit, quarter) + 0.05 * (quarter - 2025));
        return best;
    }

    /// <summary>In [0.15, 0.97]; grows slowly over the years.</summary>
    /// <param name="unit">Code of the unit.</param>
    /// <param name="year">The moment, in years: 2025.25 is the end of March 2025.</param>
    public static double Quality(string unit, double year)
    {
        double turn = Turns.TryGetValue(unit, out var found) && year >= found.From ? found.Change : 0;
        if (Heirs.TryGetValue(unit, out string[]? before))
            return Math.Clamp(before.Average(old => Quality(old, year)) + turn, 0.15, 0.97);
        double level = unit == Pioneer ? 0.84 : 0.34 + 0.5 * Chance.Of(unit, "level");
        double pace = 0.02 + 0.03 * Chance.Of(unit, "pace");
        double luck = 0.06 * (Chance.Of(unit, (int)year, "luck") - 0.5);
        return Math.Clamp(level + pace * (year - 2025) + luck + turn, 0.15, 0.97);
    }
}
