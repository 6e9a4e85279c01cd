namespace Dti.Reports.Charts;

/// <summary>SVG text does not wrap: a label is cut at a space into at most two lines.</summary>
internal static class LabelLines
{
    public const int Width = 42;

    public static IReadOnlyList<string> Of(string label, int width = Width)
    {
        if (label.Length <= width)
            return [label];
        int space = label.LastIndexOf(' ', width);
        return space <= 0 ? [Cut(label, width)] : [label[..space], Cut(label[(space + 1)..], width)];
    }

    private static string Cut(string text, int width) => text.Length <= width ? text : text[..(width - 1)].TrimEnd() + "…";
}
