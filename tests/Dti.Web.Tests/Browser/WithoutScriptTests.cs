using System.Globalization;
using Microsoft.Playwright;

namespace Dti.Web.Tests.Browser;

/// <summary>The chain as people click it, with scripts off.</summary>
[Collection(BrowserWorld.Name)]
public sealed class WithoutScriptTests(BrowserWorld world)
{
    private const string Form = "/nhap-lieu/2026/q4";
    private const string Listed = "input[name='v:1.1.listed']";
    private const string Months = "input[name='v:1.6']";

    [Fact]
    public async Task An_officer_enters_Vietnamese_numbers_and_ambiguous_ones_come_back_with_both_readings()
    {
        var page = await world.SignedInAsync(BrowserWorld.Officer, script: false);
        await page.GotoAsync(Form);
        await page.FillAsync(Listed, "1.250");
        await page.FillAsync(Months, "12,5");
        await page.ClickAsync("text=Lưu nháp");
        await page.Locator("[role=status]").WaitForAsync();
        (await page.InputValueAsync(Listed)).ShouldBe("1.250");
        (await page.InputValueAsync(Months)).ShouldBe("12,5");

        await page.FillAsync(Months, "1,250");
        await page.ClickAsync("text=Lưu nháp");
        (await page.InputValueAsync(Months)).ShouldBe("1,250");
        string fault = await page.InnerTextAsync(".field-fault");
        fault.ShouldContain("1,25");
        fault.ShouldContain("1250");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Two_officers_never_overwrite_each_other_and_nothing_typed_is_lost()
    {
        var first = await world.SignedInAsync(BrowserWorld.Officer, script: false);
        var second = await world.SignedInAsync(BrowserWorld.Leader, script: false);
        await first.GotoAsync(Form);
        await second.GotoAsync(Form);
        await first.FillAsync("input[name='v:1.7']", "4");
        await first.ClickAsync("text=Lưu nháp");
        await first.Locator("[role=status]").WaitForAsync();
        await second.FillAsync("input[name='v:1.7']", "5");
        await second.ClickAsync("text=Lưu nháp");
        (await second.InnerTextAsync("main")).ShouldContain("Phiếu vừa được lưu ở nơi khác");
        (await second.InputValueAsync("input[name='v:1.7']")).ShouldBe("5");
        await first.Context.CloseAsync();
        await second.Context.CloseAsync();
    }

    [Fact]
    public async Task A_verifier_corrects_one_answer_with_a_reason_and_accepts_the_rest()
    {
        var page = await world.SignedInAsync(BrowserWorld.Verifier, script: false);
        await page.GotoAsync("/tham-dinh");
        string path = await page.GetAttributeAsync("main a[href*='/q3']", "href") ?? throw new InvalidOperationException("Nothing waits for verification.");
        await page.GotoAsync(path);
        var cell = page.Locator("div.cell:has(input[inputmode=decimal]):has(input[type=radio])").First;
        string id = await cell.GetAttributeAsync("id") ?? "";
        cell = page.Locator($"[id='{id}']");
        await cell.GetByLabel("Sửa", new() { Exact = true }).CheckAsync();
        await page.ClickAsync("text=Lưu kết luận");
        (await cell.Locator(".field-fault").InnerTextAsync()).ShouldContain("lý do");

        await cell.Locator("input[inputmode=decimal]").FillAsync("1");
        await cell.Locator("textarea").FillAsync("Văn bản kèm theo chỉ chứng minh được một.");
        await page.ClickAsync("text=Chấp nhận tất cả mục chưa kết luận");
        await page.ClickAsync("text=Chấp nhận phiếu");
        string text = await page.InnerTextAsync("main");
        text.ShouldContain("Đã chấp nhận toàn bộ phiếu");
        (await page.Locator($"[id='{id}']").InnerTextAsync()).ShouldContain("Thẩm định: 1");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Anyone_reads_a_unit_down_to_the_formula_and_downloads_the_reports()
    {
        var page = await world.PageAsync(script: false);
        await page.GotoAsync("/");
        await page.ClickAsync("text=Văn phòng UBND tỉnh");
        string text = await page.InnerTextAsync("main");
        text.ShouldContain("Hạng trong khối");
        await page.Locator("details summary").First.ClickAsync();
        foreach (string kind in (string[])["pdf", "xlsx", "csv", "json"])
        {
            var answer = await page.APIRequest.GetAsync(string.Create(CultureInfo.InvariantCulture, $"{world.Url}/api/v1/editions/nghe-an-data-2025.1/ranking.{kind}"));
            answer.Status.ShouldBe(200);
            (await answer.BodyAsync()).Length.ShouldBeGreaterThan(200);
        }
        await page.Context.CloseAsync();
    }
}
