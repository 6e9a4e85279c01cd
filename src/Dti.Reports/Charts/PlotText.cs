using System.Globalization;
using System.Net;

namespace Dti.Reports.Charts;

/// <summary>SVG text elements. Razor takes <c>&lt;text&gt;</c> for its own directive, so they are written as strings with their content encoded.</summary>
internal static class PlotText
{
    public static string At(double x, double y, string anchor, string content, double size = 12, bool bold = false) =>
        $"<text x=\"{N(x)}\" y=\"{N(y)}\" text-anchor=\"{anchor}\" font-size=\"{N(size)}\"{(bold ? " font-weight=\"600\"" : "")} fill=\"currentColor\">{WebUtility.HtmlEncode(content)}</text>";

    /// <summary>A name beside its row, in two smaller lines where one is too short.</summary>
    /// <param name="x">Where it ends, or begins when <paramref name="anchor"/> says so.</param>
    /// <param name="y">The middle of the row.</param>
    /// <param name="name">Whole; what does not fit is cut and told by the title.</param>
    /// <param name="letters">What one line holds.</param>
    /// <param name="anchor">end or start.</param>
    public static string Name(double x, double y, string name, int letters = LabelLines.Width, string anchor = "end")
    {
        var lines = LabelLines.Of(name, letters);
        return Whole(name, lines, string.Concat(lines.Select((line, index) =>
            At(x, y + 4 + (index - (lines.Count - 1) / 2.0) * 11, anchor, line, lines.Count > 1 ? 10.5 : 12))));
    }

    /// <summary>The lines as drawn, under a title with the whole name where they do not say it all.</summary>
    public static string Whole(string name, IReadOnlyList<string> lines, string drawn) =>
        lines[^1].EndsWith('…') ? $"<g><title>{WebUtility.HtmlEncode(name)}</title>{drawn}</g>" : drawn;

    private static string N(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);
}
