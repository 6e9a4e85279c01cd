namespace Dti.Reports.Charts;

/// <summary>SVG text does not wrap: a label is cut at a space into at most two lines.</summary>
internal static class LabelLines
{
    public const int Width = 42;

    public static IReadOnlyList<string> Of(string label)
    {
        if (label.Length <= Width)
            return [label];
        int space = label.LastIndexOf(' ', Width);
        if (space <= 0)
            return [label[..(Width - 1)] + "…"];
        string rest = label[(space + 1)..];
        return [label[..space], rest.Length <= Width ? rest : rest[..(Width - 1)].TrimEnd() + "…"];
    }
}
