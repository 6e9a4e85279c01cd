namespace Dti.Web.Tests.Browser;

/// <summary>The demo as its people see it: three quarters of 2026 are in, the fourth is open.</summary>
[Collection(BrowserWorld.Name)]
public sealed class TargetPagesTests(BrowserWorld world)
{
    [Fact]
    public async Task The_province_sees_every_target_and_a_unit_its_own()
    {
        var page = await world.PageAsync(script: false);
        await page.GotoAsync("/an-ban/nghe-an-data-2025.1");
        await page.ClickAsync("a[href='/an-ban/nghe-an-data-2025.1/muc-tieu']");
        string text = await page.InnerTextAsync("main");
        text.ShouldContain("Mọi cơ sở dữ liệu có nhu cầu được kết nối");
        text.ShouldContain("142/QĐ-TTg: đến năm 2030, 100%");
        text.ShouldContain("Mục tiêu của bộ chỉ số mẫu");
        await page.GotoAsync("/an-ban/nghe-an-data-2025.1/don-vi/so-nv#muc-tieu");
        (await page.InnerTextAsync("main")).ShouldContain("Mục tiêu chiến lược");
        (await page.Locator("section, main").First.InnerTextAsync()).ShouldContain("điểm %/năm");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_unit_sees_its_next_day_and_the_targets_of_the_year_and_those_who_run_the_round_not_yet()
    {
        var own = await world.SignedInAsync(BrowserWorld.Officer, script: false);
        await own.GotoAsync("/nhap-lieu");
        string text = await own.InnerTextAsync("main");
        text.ShouldContain("Quý IV: hạn 17:00 15/01/2027");
        text.ShouldContain("Khả năng nộp chậm:");
        text.ShouldContain("Hoàn thành kết nối đúng hạn luật định");
        await own.Context.CloseAsync();

        var soict = await world.SignedInAsync(BrowserWorld.Soict, script: false);
        await soict.GotoAsync("/dieu-hanh/2026");
        string running = await soict.InnerTextAsync("main");
        running.ShouldContain("Danh sách hiện từ ngày 08/01/2027, 7 ngày trước hạn");
        running.ShouldNotContain("Khả năng nộp chậm");
        await soict.Context.CloseAsync();
    }
}
