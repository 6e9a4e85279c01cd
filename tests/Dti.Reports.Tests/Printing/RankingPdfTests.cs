using System.Text;
using Dti.Reports.Tests.Samples;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using UglyToad.PdfPig.Tokens;

namespace Dti.Reports.Tests.Printing;

[Collection(PrintedSampleCollection.Name)]
public sealed class RankingPdfTests(PrintedSample sample)
{
    private string[] Pages()
    {
        using var pdf = PdfDocument.Open(sample.Pdf);
        return [.. pdf.GetPages().Select(page => ContentOrderTextExtractor.GetText(page).Normalize(NormalizationForm.FormC))];
    }

    [Fact]
    public void Every_page_is_A4_portrait()
    {
        using var pdf = PdfDocument.Open(sample.Pdf);
        foreach (var page in pdf.GetPages())
        {
            page.Width.ShouldBe(595.3, 1);
            page.Height.ShouldBe(841.9, 1);
        }
    }

    [Fact]
    public void Thirty_four_units_take_six_to_eight_pages() => Pages().Length.ShouldBeInRange(6, 8);

    [Fact]
    public void Only_Tinos_is_used_embedded_and_subset()
    {
        using var pdf = PdfDocument.Open(sample.Pdf);
        string[] fonts = [.. pdf.GetPages().SelectMany(page => page.Letters).Where(letter => letter.Value.Trim().Length > 0).Select(letter => letter.FontName!).Distinct()];
        fonts.ShouldNotBeEmpty();
        fonts.ShouldAllBe(font => System.Text.RegularExpressions.Regex.IsMatch(font, "^[A-Z]{6}\\+Tinos(-Bold|-Italic|-BoldItalic)?$"));
    }

    [Fact]
    public void Text_stays_inside_the_margins()
    {
        using var pdf = PdfDocument.Open(sample.Pdf);
        foreach (var letter in pdf.GetPages().SelectMany(page => page.Letters).Where(letter => letter.Value.Trim().Length > 0))
        {
            letter.BoundingBox.Left.ShouldBeGreaterThan(30 / 25.4 * 72 - 3);
            letter.BoundingBox.Right.ShouldBeLessThan(595.3 - 15 / 25.4 * 72 + 3);
        }
    }

    [Fact]
    public void Vietnamese_text_can_be_read_back()
    {
        string text = string.Join(" ", Pages()).ReplaceLineEndings(" ");
        foreach (string words in new[]
        {
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Nghệ An, ngày 05 tháng 01 năm 2026", "Số: …/BC-SKHCN",
            "Ủy ban nhân dân huyện Quỳ Châu", "GIÁM ĐỐC", "Nguyễn Văn Mẫu", "Nơi nhận:", "725,77", SampleEdition.Sha256, "mau-2025.1",
            "Khoảng hạng", "2–5 A", "tính lại 2.000 lần",
        })
            text.ShouldContain(words);
    }

    [Fact]
    public void The_number_of_a_page_stands_on_every_page_but_the_first()
    {
        using var pdf = PdfDocument.Open(sample.Pdf);
        foreach (var page in pdf.GetPages())
        {
            string top = string.Concat(page.Letters.Where(letter => letter.BoundingBox.Bottom > page.Height - 19 / 25.4 * 72).Select(letter => letter.Value)).Trim();
            top.ShouldBe(page.Number == 1 ? "" : page.Number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void The_notice_is_on_every_page() => Pages().ShouldAllBe(page => page.Contains("Số liệu minh hoạ", StringComparison.Ordinal));

    [Fact]
    public void A_table_over_two_pages_repeats_its_header() =>
        Pages().Count(page => page.Contains("Hạng", StringComparison.Ordinal) && page.Contains("Đơn vị", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(3);

    [Fact]
    public void It_is_tagged_Vietnamese_titled_and_has_an_outline()
    {
        using var pdf = PdfDocument.Open(sample.Pdf);
        var catalog = pdf.Structure.Catalog.CatalogDictionary;
        catalog.ContainsKey(NameToken.Create("StructTreeRoot")).ShouldBeTrue();
        ((StringToken)catalog.Data["Lang"]).Data.ShouldBe("vi");
        pdf.Information.Title.ShouldBe("Báo cáo kết quả đánh giá, xếp hạng mức độ phát triển dữ liệu của các cơ quan, đơn vị năm 2025");
        pdf.TryGetBookmarks(out var outline).ShouldBeTrue();
        outline.GetNodes().Select(node => node.Title).ShouldContain(title => title.Contains("KẾT QUẢ XẾP HẠNG", StringComparison.Ordinal));
    }
}
