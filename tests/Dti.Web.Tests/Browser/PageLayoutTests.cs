using Deque.AxeCore.Playwright;

namespace Dti.Web.Tests.Browser;

[Collection(BrowserWorld.Name)]
public sealed class PageLayoutTests(BrowserWorld world)
{
    public static TheoryData<string, string?> Pages { get; } = new()
    {
        { "/", null },
        { "/an-ban", null },
        { "/an-ban/nghe-an-data-2025.1", null },
        { "/an-ban/nghe-an-data-2025.1?tim=nong+nghiep", null },
        { "/an-ban/nghe-an-data-2025.1/don-vi/so-nv", null },
        { "/an-ban/nghe-an-data-2025.1/phuong-phap", null },
        { "/an-ban/nghe-an-data-2025.1/muc-tieu", null },
        { "/an-ban/nghe-an-data-2025.1/do-vung", null },
        { "/an-ban/nghe-an-data-2025.1/thong-ke", null },
        { "/an-ban/nghe-an-data-2025.1/so-sanh", null },
        { "/an-ban/khong-co", null },
        { "/dang-nhap", null },
        { "/dang-nhap?loi=sai", null },
        { "/tai-khoan", BrowserWorld.Officer },
        { "/nhap-lieu", BrowserWorld.Officer },
        { "/nhap-lieu/2026/q4", BrowserWorld.Officer },
        { "/nhap-lieu/2026/q1", BrowserWorld.Leader },
        { "/tham-dinh", BrowserWorld.Verifier },
        { "/tham-dinh/2026/so-xd/q3", BrowserWorld.Verifier },
        { "/dieu-hanh", BrowserWorld.Soict },
        { "/dieu-hanh/2026", BrowserWorld.Soict },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_fits_a_desk_and_a_phone_and_keeps_its_own_policy(string path, string? account)
    {
        foreach (int width in (int[])[1280, 390])
        {
            var page = account is null ? await world.PageAsync(width) : await world.SignedInAsync(account, width);
            var faults = new List<string>();
            page.Console += (_, message) =>
            {
                // A page that is not there answers 404, which the browser reports as a failed resource.
                if (message.Type == "error" && !message.Text.Contains("404", StringComparison.Ordinal))
                    faults.Add(message.Text);
            };
            page.PageError += (_, error) => faults.Add(error);
            await page.GotoAsync(path);
            int over = await page.EvaluateAsync<int>("() => document.scrollingElement.scrollWidth - window.innerWidth");
            over.ShouldBeLessThanOrEqualTo(0, $"{path} at {width} px is {over} px too wide");
            (await page.Locator("h1").CountAsync()).ShouldBe(1, path);
            (await page.TitleAsync()).ShouldNotBeNullOrWhiteSpace();
            faults.ShouldBeEmpty();
            await page.Context.CloseAsync();
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_has_no_serious_accessibility_fault(string path, string? account)
    {
        var page = account is null ? await world.PageAsync() : await world.SignedInAsync(account);
        await page.GotoAsync(path);
        var result = await page.RunAxe();
        result.Violations.Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{violation.Id}: {violation.Help}; {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}")
            .ShouldBeEmpty();
        await page.Context.CloseAsync();
    }
}
