using Dti.Assessment.Forecasting;
using Dti.Reports.Assets;
using Dti.Reports.Formatting;

namespace Dti.Reports.Rankings;

/// <summary>All that the printed report shows: the arranged edition, the officers' texts with the edition's own words put in, and the styles.</summary>
public sealed class DocumentModel(RankingView view, ReportTexts texts, string styles)
{
    public RankingView View => view;
    public ReportTexts Texts => texts;
    public string Title => $"Báo cáo {char.ToLowerInvariant(Subject[0])}{Subject[1..]}";
    public string Subject => Fill(texts.Subject);
    public string Symbol => texts.OfficeSymbol ?? OfficeSymbol.Of(view.Edition.Publisher.Name);
    public IEnumerable<string> Basis => texts.Basis
        .Where(basis => !(basis.From > view.Edition.Year) && !(basis.Until < view.Edition.Year))
        .Select(basis => Fill(basis.Text));

    /// <summary>The notice stands in the page's own margin, so that it is on every sheet whatever breaks where.</summary>
    public string Styles => view.Edition.Notice is { } notice
        ? styles + $"\n@page {{ @bottom-center {{ content: \"{CssText(notice)}\"; }} }}\n"
        : styles;

    public string Fill(string text) => text
        .Replace("{year}", Plain(view.Edition.Year), StringComparison.Ordinal)
        .Replace("{forecastYear}", Plain(view.Edition.Forecast.Year), StringComparison.Ordinal)
        .Replace("{set}", view.Set.Title.Vi, StringComparison.Ordinal)
        .Replace("{publisher}", view.Edition.Publisher.Name, StringComparison.Ordinal)
        .Replace("{parent}", view.Edition.Publisher.Parent, StringComparison.Ordinal)
        .Replace("{edition}", view.Edition.Id, StringComparison.Ordinal)
        .Replace("{symbol}", Symbol, StringComparison.Ordinal);

    public string Method(string code) => texts.Methods.GetValueOrDefault(code) ?? ForecastNames.Alone(code);

    private static string Plain(int year) => year.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Letters, digits and spaces as they are, all else as a CSS escape: no text can leave its string or the style element.</summary>
    private static string CssText(string text) => string.Concat(text.EnumerateRunes().Select(rune =>
        System.Text.Rune.IsLetterOrDigit(rune) || rune.Value == ' ' ? rune.ToString() : $"\\{rune.Value:X} "));
}
