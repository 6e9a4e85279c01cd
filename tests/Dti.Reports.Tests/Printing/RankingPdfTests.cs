using Dti.Reports.Tests.Samples;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Dti.Reports.Tests.Printing;

public sealed class RankingPdfTests(PrintedSample sample) : IClassFixture<PrintedSample>
{
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
}
