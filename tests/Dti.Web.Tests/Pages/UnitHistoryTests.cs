using System.Text.RegularExpressions;
using Dti.Assessment.Editions;
using Dti.Assessment.Editions.Comparisons;
using Dti.Web.Pages.Public;

namespace Dti.Web.Tests.Pages;

/// <summary>A unit's years: what is joined by a line is of one method and one unit, and the page says why the rest is not.</summary>
public sealed class UnitHistoryTests
{
    private static readonly ComparedUnit Merged = new() { Unit = "u", Computed = true, Predecessors = [new("cu-a", 0.5), new("cu-b", 0.5)], Score = 6 };

    [Fact]
    public async Task Comparable_years_are_joined_one_to_the_next()
    {
        string page = await Page(History(2023), History(2024));
        Joined(page).ShouldBe(2);
        page.ShouldNotContain("Đường bị ngắt");
    }

    [Fact]
    public async Task A_year_of_another_method_is_joined_to_neither_side_and_the_page_says_so()
    {
        string page = await Page(History(2022), History(2023) with { Comparable = false }, History(2024));
        Joined(page).ShouldBe(1);
        page.ShouldContain("Đường bị ngắt trước năm 2024: Trước năm 2024 dùng phương pháp khác, chưa có bảng chuyển đổi");
        page.ShouldContain("phương pháp khác</td>");
    }

    [Fact]
    public async Task A_year_before_a_change_without_a_map_is_not_joined()
    {
        string page = await Page(new ComparedUnit { Unit = "u", Score = 6, Rank = 1 }, "Bộ chỉ số thay đổi, chưa có bảng chuyển đổi.");
        Joined(page).ShouldBe(0);
        page.ShouldContain("Đường bị ngắt trước năm 2025: Bộ chỉ số thay đổi, chưa có bảng chuyển đổi.");
    }

    [Fact]
    public async Task Predecessors_figures_under_another_method_are_not_joined_either()
    {
        string page = await Page(Merged, "Bộ chỉ số thay đổi, chưa có bảng chuyển đổi.");
        page.ShouldContain("class=\"dti-year-computed\"");
        Joined(page).ShouldBe(0);
    }

    [Fact]
    public async Task Predecessors_figures_scored_again_are_joined_by_dots_and_named()
    {
        string page = await Page(Merged with { BackCastScore = 5 });
        page.ShouldMatch("class=\"dti-year-joined\"[^>]*stroke-dasharray=\"2 4\"");
        page.ShouldContain("tính từ đơn vị tiền thân (cu-a, cu-b), chưa từng công bố cho đơn vị này");
        page.ShouldContain("tính lại theo bộ chỉ số năm 2025; theo bộ cũ: 6,00");
    }

    [Fact]
    public async Task Years_scored_again_are_joined_and_the_page_names_them()
    {
        string page = await Page(Year(2024, 5), Year(2023, 4));
        Joined(page).ShouldBe(2);
        page.ShouldContain("Điểm năm 2023, 2024 đã tính lại theo bộ chỉ số năm 2025.");
    }

    [Fact]
    public async Task Imported_years_are_joined_where_they_were_declared_comparable_and_the_page_says_on_whose_word()
    {
        string page = await Page(OneIndicator.Edition(("u", double.NaN)) with { Comparison = Year(2024, 5), History = [History(2021) with { Comparable = false }, History(2022), History(2023)] });
        Joined(page).ShouldBe(3);
        page.ShouldContain("Điểm năm 2022, 2023 là điểm đã công bố, nhập từ tệp lịch sử và không tính lại; cơ quan chủ trì ghi là so sánh được với các năm sau");
        page.ShouldContain("Trước năm 2022 dùng phương pháp khác, chưa có bảng chuyển đổi");
    }

    [Fact]
    public async Task A_dotted_line_that_crosses_a_merger_is_said_to_and_not_called_a_gap()
    {
        var edition = OneIndicator.Edition(("u", double.NaN));
        string page = await Page(edition with
        {
            Units = [edition.Units[0] with { Lineage = new(new(2025, 3, 1), LineageKind.Merged, [new("cu-a", 0.5), new("cu-b", 0.5)]) }],
            Comparison = Year(2024, 5) with { Units = [Merged with { BackCastScore = 5 }] },
        });
        Joined(page).ShouldBe(1);
        page.ShouldContain("Vạch đứng trước năm 2025: Đơn vị hợp nhất từ ngày 01/03/2025; nét chấm đi qua vạch chỉ để so");
        page.ShouldNotContain("Đường bị ngắt");
    }

    [Fact]
    public async Task A_year_under_a_method_of_its_own_is_joined_to_neither_side()
    {
        string page = await Page(Year(2024, null), Year(2023, 4));
        Joined(page).ShouldBe(0);
        page.ShouldContain("Đường bị ngắt trước năm 2024: Chưa có bảng chuyển đổi.");
    }

    private static EditionComparison Year(int year, double? again) => new()
    {
        PreviousId = FormattableString.Invariant($"do-{year}.1"), PreviousSha256 = "", PreviousYear = year, PreviousSetSha256 = "", Rescored = again is null ? 0 : 1, Scale = 1,
        NotRescored = again is null ? "Chưa có bảng chuyển đổi." : null, Unmapped = [], Units = [new() { Unit = "u", Score = 6, Rank = 1, BackCastScore = again }],
    };

    private static Task<string> Page(EditionComparison before, params EditionComparison[] earlier) =>
        Page(OneIndicator.Edition(("u", double.NaN)) with { Comparison = before, EarlierYears = earlier });

    // Drawn once more for a phone.
    private static int Joined(string page) => Regex.Count(page.Split("<svg class=\"dti-phone\"")[0], "class=\"dti-year-joined\"");

    private static HistoryScore History(int year) => new("u", "INDEX", year, 5, "imported:cu.csv");

    private static Task<string> Page(params HistoryScore[] history) => Page(OneIndicator.Edition(("u", double.NaN)) with { History = history });

    private static Task<string> Page(ComparedUnit past, string? notRescored = null) => Page(OneIndicator.Edition(("u", double.NaN)) with
    {
        Comparison = new()
        {
            PreviousId = "do-2024.1", PreviousSha256 = "", PreviousYear = 2024, PreviousSetSha256 = "", Rescored = notRescored is null ? 1 : 0, Scale = 1,
            NotRescored = notRescored, Unmapped = [], Units = [past],
        },
    });

    private static Task<string> Page(Edition edition) => OneIndicator.Html<UnitHistory>(new()
    {
        [nameof(UnitHistory.Open)] = OneIndicator.Open(edition),
        [nameof(UnitHistory.Unit)] = "u",
    });
}
