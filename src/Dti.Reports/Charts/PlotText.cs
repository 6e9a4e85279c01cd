using System.Globalization;
using System.Net;

namespace Dti.Reports.Charts;

/// <summary>An SVG text element. Razor takes <c>&lt;text&gt;</c> for its own directive, so it is written as a string with its content encoded.</summary>
internal static class PlotText
{
    public static string At(double x, double y, string anchor, string content, double size = 12) =>
        $"<text x=\"{N(x)}\" y=\"{N(y)}\" text-anchor=\"{anchor}\" font-size=\"{N(size)}\" fill=\"currentColor\">{WebUtility.HtmlEncode(content)}</text>";

    private static string N(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);
}
