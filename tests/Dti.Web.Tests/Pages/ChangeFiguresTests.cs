using Dti.Assessment.Editions;
using Dti.Assessment.Editions.Comparisons;
using Dti.Web.Pages.Public;

namespace Dti.Web.Tests.Pages;

/// <summary>The unit's page tells the causes of a change as the edition's comparison has them.</summary>
public sealed class ChangeFiguresTests
{
    private static readonly EditionComparison Comparison = new()
    {
        PreviousId = "do-2024.1", PreviousSha256 = "", PreviousYear = 2024, PreviousSetSha256 = "", Rescored = 0.9, Scale = 1, Unmapped = ["a"], Units = [],
    };

    private static readonly ComparedUnit Moved = new()
    {
        Unit = "u", Score = 7.25, Rank = 5, ScoreChange = new(1.25, 2, 0, -0.75, 0), RankChange = new(-2, -2.5, 1, -0.75, 0.25),
    };

    [Fact]
    public async Task Causes_of_the_change_are_told_in_points_and_places_and_add_up()
    {
        string page = await Page(Moved);
        page.ShouldContain("Năm 2024: hạng 5, 7,25 điểm");
        page.ShouldContain("Năm 2025: hạng 3, 8,50 điểm");
        page.ShouldMatch(@"Số liệu của chính đơn vị</th>\s*<td>\+2,00</td>\s*<td>lên 2,5</td>");
        page.ShouldMatch(@"Số liệu của các đơn vị khác</th>\s*<td>0,00</td>\s*<td>xuống 1</td>");
        page.ShouldMatch(@"Cộng</th>\s*<td>\+1,25</td>\s*<td>lên 2</td>");
        page.ShouldContain("<svg class=\"dti-signed-bars\"");
        page.ShouldContain("không có số liệu tương ứng ở năm trước (a)");
    }

    [Fact]
    public async Task Each_number_names_its_basis_and_the_other_pages_number_is_explained()
    {
        string page = await Page(Moved with { BackCastScore = 6 });
        page.ShouldContain("theo nguyên nhân, tính theo điểm đã công bố, hai phương pháp khác nhau</caption>");
        page.ShouldMatch(@"href=""/an-ban/[^""]+/so-sanh"">So sánh với năm trước</a> ghi thay đổi <strong>\+2,50</strong> \(tính lại theo cùng phương pháp\)");
        (await Page(Moved with { BackCastScore = 7.25 })).ShouldNotContain("ghi thay đổi");
    }

    [Fact]
    public async Task A_change_without_causes_has_a_reason()
    {
        (await Page(new() { Unit = "u", Reason = "Đơn vị mới thành lập" })).ShouldContain("Đơn vị mới thành lập");
        string computed = await Page(new() { Unit = "u", Computed = true, Score = 7 });
        computed.ShouldContain("tính từ các đơn vị tiền thân");
        computed.ShouldNotContain("<svg");
        (await Page(new() { Unit = "u", Score = 7 }, Comparison with { NotDecomposed = "Không tách nguyên nhân: 9 đơn vị" })).ShouldContain("Không tách nguyên nhân: 9 đơn vị");
    }

    private static Task<string> Page(ComparedUnit unit, EditionComparison? comparison = null) => OneIndicator.Html<ChangeFigures>(new()
    {
        ["Open"] = OneIndicator.Open(OneIndicator.Edition(("u", double.NaN))),
        ["Comparison"] = comparison ?? Comparison,
        ["Unit"] = unit,
        ["Rank"] = 3.0,
        ["Score"] = 8.5,
    });
}
