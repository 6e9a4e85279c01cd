using System.Net;
using Dti.Assessment.Submissions;
using Dti.Web.Access;
using Dti.Web.Tests.Api;
using Microsoft.Extensions.DependencyInjection;

namespace Dti.Web.Tests.Access;

public abstract class SignInTests(World world)
{
    private Accounts Accounts => world.Services.GetRequiredService<Accounts>();

    [Fact]
    public async Task A_cookie_reads_the_API_and_writes_nothing_there()
    {
        string address = await world.Submission();
        string password = await Accounts.AddAsync("can-bo.1", "officer", World.Unit, mustChange: false);
        using var browser = new Browser(world);

        var signedIn = await browser.Post("/dang-nhap", ("name", "can-bo.1"), ("password", password), ("returnUrl", "/phieu"));

        signedIn.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        signedIn.Headers.Location?.ToString().ShouldBe("/phieu");
        string cookie = signedIn.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("dti=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");
        (await browser.Client.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await (await browser.Client.Put(address, """{ "values": { "1.2": true } }""", "\"0\"")).ShouldBeProblem(401, "sign-in-required");
    }

    [Fact]
    public async Task A_one_time_password_leads_to_the_account_page()
    {
        string password = await Accounts.AddAsync("can-bo.moi", "officer", World.Unit);
        using var browser = new Browser(world);

        var signedIn = await browser.Post("/dang-nhap", ("name", "can-bo.moi"), ("password", password), ("returnUrl", "/phieu"));

        signedIn.Headers.Location?.ToString().ShouldBe("/tai-khoan?loi=doi-mat-khau");
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_name_for_a_quarter_of_an_hour()
    {
        string password = await Accounts.AddAsync("bi-khoa", "committee", mustChange: false);
        using var browser = new Browser(world);

        for (int i = 0; i < 5; i++)
            (await browser.Post("/dang-nhap", ("name", "bi-khoa"), ("password", "wrong"))).Headers.Location?.ToString().ShouldStartWith("/dang-nhap?loi=sai");
        var locked = await browser.Post("/dang-nhap", ("name", "bi-khoa"), ("password", password));
        world.Time.Advance(TimeSpan.FromMinutes(16));
        var later = await browser.Post("/dang-nhap", ("name", "bi-khoa"), ("password", password));

        locked.Headers.Location?.ToString().ShouldStartWith("/dang-nhap?loi=khoa");
        later.Headers.Location?.ToString().ShouldBe("/");
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    public async Task A_sign_in_never_leads_to_another_site(string returnUrl)
    {
        string name = $"di-dau-{Guid.NewGuid():N}"[..20];
        string password = await Accounts.AddAsync(name, "committee", mustChange: false);
        using var browser = new Browser(world);

        var response = await browser.Post("/dang-nhap", ("name", name), ("password", password), ("returnUrl", returnUrl));

        response.Headers.Location?.ToString().ShouldBe("/");
    }

    [Fact]
    public async Task A_form_of_another_site_signs_nobody_in()
    {
        string password = await Accounts.AddAsync("khong-qua", "committee", mustChange: false);
        using var form = new FormUrlEncodedContent([new("name", "khong-qua"), new("password", password)]);

        var response = await world.Client(null).PostAsync("/dang-nhap", form);

        response.Headers.Location?.ToString().ShouldBe("/dang-nhap?loi=het-han");
        response.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task A_changed_password_ends_other_sign_ins()
    {
        string address = await world.Submission();
        string password = await Accounts.AddAsync("doi-mat-khau", "committee");
        using var here = new Browser(world);
        using var elsewhere = new Browser(world);
        await here.Post("/dang-nhap", ("name", "doi-mat-khau"), ("password", password));
        await elsewhere.Post("/dang-nhap", ("name", "doi-mat-khau"), ("password", password));

        var changed = await here.Post("/tai-khoan/mat-khau", ("old", password), ("fresh", "Một mật khẩu mới"), ("repeat", "Một mật khẩu mới"));

        changed.Headers.Location?.ToString().ShouldBe("/tai-khoan?xong=mat-khau");
        (await here.Client.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await (await elsewhere.Client.GetAsync(address)).ShouldBeProblem(401, "sign-in-required");
    }

    [Fact]
    public async Task A_token_made_on_the_account_page_works_until_revoked()
    {
        string address = await world.Submission();
        string password = await Accounts.AddAsync("lay-token", "committee", mustChange: false);
        using var browser = new Browser(world);
        await browser.Post("/dang-nhap", ("name", "lay-token"), ("password", password));

        var made = await browser.Post("/tai-khoan/token");

        made.Headers.Location?.ToString().ShouldBe("/tai-khoan?xong=token");
        made.Headers.GetValues("Set-Cookie").ShouldContain(c => c.StartsWith("dti-token=", StringComparison.Ordinal) && !c.Contains("dti_"));
        var token = (await Accounts.TokensAsync("lay-token")).ShouldHaveSingleItem();
        await browser.Post($"/tai-khoan/token/{token.Id}/thu-hoi");
        (await Accounts.TokensAsync("lay-token")).ShouldHaveSingleItem().Revoked.ShouldBeTrue();
        (await browser.Client.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>A client that keeps cookies and sends forms with their antiforgery token.</summary>
    private sealed class Browser(World world) : IDisposable
    {
        public HttpClient Client { get; } = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = world.Address };

        public async Task<HttpResponseMessage> Post(string address, params (string Name, string Value)[] fields)
        {
            string token = await Client.GetStringAsync("/form");
            using var form = new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), new("__RequestVerificationToken", token)]);
            return await Client.PostAsync(address, form);
        }

        public void Dispose() => Client.Dispose();
    }
}
