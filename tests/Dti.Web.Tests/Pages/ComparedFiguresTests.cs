using Dti.Assessment.Editions;
using Dti.Assessment.Editions.Comparisons;
using Dti.Reports.Comparisons;
using Dti.Web.Pages.Public;

namespace Dti.Web.Tests.Pages;

/// <summary>A group of the comparison page: what is known of the year before, whose it is, and why there is nothing.</summary>
public sealed class ComparedFiguresTests
{
    [Fact]
    public async Task A_unit_that_went_on_has_both_methods_figures_and_the_change_between_like_and_like()
    {
        string page = await Page();
        page.ShouldMatch(@"Sở U</a>\s*</th>\s*<td class=""rank"">2</td>\s*<td>7,00</td>\s*<td class=""rank"">1</td>\s*<td>6,25</td>\s*<td class=""rank"">1</td>\s*<td class=""total"">8,00</td>\s*<td>\+1,75</td>");
    }

    [Fact]
    public async Task A_merged_unit_is_marked_and_its_predecessors_are_named_with_their_weights()
    {
        string page = await Page();
        page.ShouldMatch(@"Sở V</a>\s*<span class=""mark plain"">tính từ đơn vị tiền thân</span>");
        page.ShouldMatch(@"<dt>Sở V</dt>\s*<dd>Tính từ đơn vị tiền thân \(trung bình có trọng số\): cu-a \(25,0%\), cu-b \(75,0%\)</dd>");
        page.ShouldContain("Đơn vị hợp nhất không có hạng của năm 2024");
    }

    [Fact]
    public async Task A_unit_without_a_year_before_has_dashes_and_a_reason()
    {
        string page = await Page();
        page.ShouldMatch(@"Sở W</a>\s*</th>\s*(<td[^>]*>–</td>\s*){4}<td class=""rank"">3</td>\s*<td class=""total"">4,00</td>\s*<td>–</td>");
        page.ShouldMatch(@"<dt>Sở W</dt>\s*<dd>Đơn vị mới hoạt động từ ngày 01/03/2025</dd>");
    }

    [Fact]
    public async Task Without_a_map_no_column_sets_the_two_years_against_each_other()
    {
        string page = await Page("Bộ chỉ số thay đổi.");
        page.ShouldNotContain("tính lại");
        page.ShouldNotContain("Thay đổi");
        page.ShouldMatch(@"Sở U</a>\s*</th>\s*<td class=""rank"">2</td>\s*<td>7,00</td>\s*<td class=""rank"">1</td>\s*<td class=""total"">8,00</td>\s*</tr>");
    }

    private static Task<string> Page(string? notRescored = null)
    {
        var edition = OneIndicator.Edition(("u", 8), ("v", 6), ("w", 4)) with
        {
            Comparison = new()
            {
                PreviousId = "do-2024.1", PreviousSha256 = "", PreviousYear = 2024, PreviousSetSha256 = "", Rescored = notRescored is null ? 1 : 0, Scale = 1, NotRescored = notRescored, Unmapped = [],
                Units =
                [
                    new() { Unit = "u", Score = 7, Rank = 2, BackCastScore = 6.25, BackCastRank = 1 },
                    new() { Unit = "v", Computed = true, Predecessors = [new("cu-a", 0.25), new("cu-b", 0.75)], Score = 5, BackCastScore = 5.5 },
                    new() { Unit = "w", Reason = "Đơn vị mới hoạt động từ ngày 01/03/2025." },
                ],
            },
        };
        var open = OneIndicator.Open(edition);
        var view = ComparisonView.Of(open.View)!;
        return OneIndicator.Html<ComparedFigures>(new()
        {
            [nameof(ComparedFigures.Open)] = open,
            [nameof(ComparedFigures.View)] = view,
            [nameof(ComparedFigures.Group)] = view.Groups.ShouldHaveSingleItem(),
        });
    }
}
