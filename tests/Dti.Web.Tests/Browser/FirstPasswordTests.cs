using Dti.Web.Access;
using Microsoft.Extensions.DependencyInjection;

namespace Dti.Web.Tests.Browser;

[Collection(BrowserWorld.Name)]
public sealed class FirstPasswordTests(BrowserWorld world)
{
    [Fact]
    public async Task A_one_time_password_opens_nothing_but_the_page_that_changes_it()
    {
        const string account = "moi.nhap", fresh = "mat-khau-moi-2026";
        string password = await world.Services.GetRequiredService<Accounts>().AddAsync(account, "officer", "so-yt");
        var page = await world.SignedInAsync(account, password: password);
        await page.GotoAsync("/nhap-lieu");
        page.Url.ShouldEndWith("/tai-khoan");
        await page.FillAsync("input[name=old]", password);
        foreach (var field in await page.Locator("main form input[type=password]:not([name=old])").AllAsync())
            await field.FillAsync(fresh);
        await page.Locator("main form:has(input[name=old]) button[type=submit]").ClickAsync();
        await page.GotoAsync("/nhap-lieu");
        page.Url.ShouldEndWith("/nhap-lieu");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_head_request_for_a_page_answers_as_its_get()
    {
        using var client = new HttpClient { BaseAddress = new(world.Url) };
        var answer = await client.SendAsync(new(HttpMethod.Head, "/"));
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }
}
