namespace Dti.Web.Access;

/// <summary>
/// What a verifier was given: chosen units or chosen indicators, as <c>units:so-tttt,so-yt</c> or <c>indicators:1,2.3</c>; nothing = all.
/// </summary>
public sealed record AccountScope(IReadOnlyList<string> Units, IReadOnlyList<string> Indicators)
{
    private const string UnitsPrefix = "units:";
    private const string IndicatorsPrefix = "indicators:";

    public static AccountScope Everything { get; } = new([], []);

    public bool CoversUnit(string unit) => Units.Count == 0 || Units.Contains(unit);

    /// <summary>A cell's key lies in an indicator's scope when it is that code or below it.</summary>
    public bool CoversKey(string key) =>
        Indicators.Count == 0 || Indicators.Any(code => key == code || key.StartsWith(code + ".", StringComparison.Ordinal));

    /// <summary>Null when the text is no scope.</summary>
    public static AccountScope? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return Everything;
        if (List(text, UnitsPrefix) is { } units)
            return new(units, []);
        return List(text, IndicatorsPrefix) is { } indicators ? new([], indicators) : null;
    }

    private static string[]? List(string text, string prefix)
    {
        if (!text.StartsWith(prefix, StringComparison.Ordinal))
            return null;
        string[] items = text[prefix.Length..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return items.Length == 0 ? null : items;
    }
}
