using Dti.Web.Access;
using Dti.Web.Commands;
using Dti.Web.Demo;
using Dti.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Playwright;

namespace Dti.Web.Tests.Browser;

/// <summary>The real host on a free port with the demo's data, and Debian's Chromium. Made once for all browser tests.</summary>
public sealed class BrowserWorld : IAsyncLifetime
{
    public const string Name = "browser";
    public const string Officer = "so-nv.nhap", Leader = "so-nv.duyet", Verifier = "tham-dinh", Soict = "dieu-hanh";

    private readonly string _data = Directory.CreateTempSubdirectory("dti-browser-").FullName;
    private readonly Dictionary<string, string> _passwords = [];
    private WebApplication? _app;
    private IPlaywright? _playwright;

    public IBrowser Browser { get; private set; } = null!;

    public string Url { get; private set; } = "";

    public IServiceProvider Services => _app!.Services;

    public async Task InitializeAsync()
    {
        Environment.SetEnvironmentVariable("DTI_ROOT", RepositoryRoot());
        var clock = new DemoClock();
        using (var host = SiloHost.Build(_data, clock))
        {
            await host.StartAsync();
            var world = new DemoWorld(host.Services, clock, new Progress());
            await world.RegisterAgenciesAsync();
            await world.Publish2023Async();
            await world.Publish2024Async();
            await world.Publish2025Async();
            await world.Open2026Async(TimeProvider.System.GetUtcNow());
            var accounts = host.Services.GetRequiredService<Accounts>();
            foreach (var (name, role, unit) in ((string, string, string?)[])[(Officer, "officer", "so-nv"), (Leader, "leader", "so-nv"), (Verifier, "verifier", null), (Soict, "soict", null)])
                _passwords[name] = await accounts.AddAsync(name, role, unit, mustChange: false);
            await host.StopAsync();
        }
        _app = ServerHost.Build(_data, "http://127.0.0.1:0");
        await _app.StartAsync();
        Url = _app.Urls.Single();
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium(),
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
            Timeout = 60_000,
        });
    }

    public async Task DisposeAsync()
    {
        if (Browser is not null)
            await Browser.CloseAsync();
        _playwright?.Dispose();
        if (_app is not null)
            await _app.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    /// <summary>A page of its own context; every wait ends after 30 s.</summary>
    public async Task<IPage> PageAsync(int width = 1280, bool script = true)
    {
        var context = await Browser.NewContextAsync(new() { BaseURL = Url, JavaScriptEnabled = script, ViewportSize = new() { Width = width, Height = 900 }, Locale = "vi-VN" });
        context.SetDefaultTimeout(30_000);
        return await context.NewPageAsync();
    }

    public async Task<IPage> SignedInAsync(string account, int width = 1280, bool script = true, string? password = null)
    {
        var page = await PageAsync(width, script);
        await page.GotoAsync("/dang-nhap");
        await page.FillAsync("input[name=name]", account);
        await page.FillAsync("input[name=password]", password ?? _passwords[account]);
        await page.ClickAsync("main form button[type=submit]");
        // What the page shows, not its load events: those can come before anybody waits for them.
        await page.Locator("form[action='/dang-xuat']").WaitForAsync();
        return page;
    }

    private static string Chromium() =>
        Environment.GetEnvironmentVariable("DTI_CHROMIUM") is { Length: > 0 } named ? named
        : ((string[])["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("There is no Chromium; './dti test' installs it.");

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DTI.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException("The tests lie in no checkout of DTI.");
    }
}

[CollectionDefinition(BrowserWorld.Name)]
public sealed class BrowserTests : ICollectionFixture<BrowserWorld>;
