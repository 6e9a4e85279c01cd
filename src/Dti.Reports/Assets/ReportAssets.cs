using System.Text;

namespace Dti.Reports.Assets;

/// <summary>The folder <c>reports/</c>: texts, print styles and fonts, all of it the province's to change.</summary>
public sealed class ReportAssets(string folder)
{
    private static readonly (string File, string Weight, string Style)[] _faces =
    [
        ("Tinos-Regular.ttf", "400", "normal"),
        ("Tinos-Bold.ttf", "700", "normal"),
        ("Tinos-Italic.ttf", "400", "italic"),
        ("Tinos-BoldItalic.ttf", "700", "italic"),
    ];

    private readonly Lazy<string> _fontFaces = new(() => FontFaces(folder));

    public string Folder => folder;

    public ReportTexts Texts() => ReportTexts.Parse(Read("ranking.vi.json"), Path.Combine(folder, "ranking.vi.json"));

    /// <summary>Print styles with the fonts inside, so that the document needs no other file.</summary>
    public string Styles() => _fontFaces.Value + Read("print.css");

    private string Read(string name)
    {
        string path = Path.Combine(folder, name);
        try
        {
            return File.ReadAllText(path, Encoding.UTF8);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Missing(path, fault);
        }
    }

    /// <summary>A family name of our own: a system font of the same name can then never be taken in its place.</summary>
    private static string FontFaces(string folder)
    {
        var css = new StringBuilder();
        foreach (var (file, weight, style) in _faces)
        {
            string path = Path.Combine(folder, "fonts", file);
            try
            {
                css.Append("@font-face{font-family:\"DTI Tinos\";font-weight:").Append(weight).Append(";font-style:").Append(style)
                    .Append(";src:url(data:font/ttf;base64,").Append(Convert.ToBase64String(File.ReadAllBytes(path))).Append(") format(\"truetype\")}\n");
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                throw Missing(path, fault);
            }
        }
        return css.ToString();
    }

    private static ReportException Missing(string path, Exception fault) =>
        new("report-assets", $"{path} cannot be read: {fault.Message} Reports need the folder reports/ as shipped.", fault);
}
