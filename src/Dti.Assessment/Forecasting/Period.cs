using System.Globalization;
using System.Text.RegularExpressions;

namespace Dti.Assessment.Forecasting;

/// <summary>A year (<c>2024</c>) or a quarter (<c>2024-q1</c>, <c>2024q1</c>); <see cref="Place"/> counts years, or quarters from year 0.</summary>
public readonly partial record struct Period(int Place, int Season, bool Dash)
{
    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    internal const string Forms = "a year from 1900 to 2100 or its quarter: 2024, 2024-q1 or 2024q1";

    public static Period? Read(string text)
    {
        var match = Form().Match(text);
        if (!match.Success)
            return null;
        int year = int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
        if (year is < FirstYear or > LastYear)
            return null;
        return match.Groups["quarter"] is { Success: true } quarter
            ? new Period(year * 4 + quarter.ValueSpan[0] - '1', 4, match.Groups["dash"].Length > 0)
            : new Period(year, 1, false);
    }

    public Period Plus(int periods) => this with { Place = Place + periods };

    /// <summary>The same period however it was written.</summary>
    internal (int, int) Key => (Place, Season);

    public override string ToString() => Season == 1
        ? Place.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Place / 4}{(Dash ? "-" : "")}q{Place % 4 + 1}");

    [GeneratedRegex(@"\A(?<year>[0-9]{4})((?<dash>-?)[qQ](?<quarter>[1-4]))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}

/// <summary>One row of the input; null where the cell is empty.</summary>
public readonly record struct SeriesPoint(string Unit, string Code, Period Period, double? Value)
{
    /// <summary>Why the series starts anew at this period, as the beginning of a sentence ("" when nobody says); null = it goes on. Earlier values are not used.</summary>
    public string? Break { get; init; }
}
