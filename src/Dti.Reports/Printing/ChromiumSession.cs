using PuppeteerSharp;

namespace Dti.Reports.Printing;

/// <summary>One running browser with a profile folder of its own, which goes when it ends. It reaches no network: names resolve to nothing and requests are stopped.</summary>
internal sealed class ChromiumSession(IBrowser browser, string profile) : IAsyncDisposable
{
    private static readonly TimeSpan _startLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _endLimit = TimeSpan.FromSeconds(5);

    public bool IsAlive => browser is { IsConnected: true, IsClosed: false };

    internal int ProcessId => browser.Process.Id;

    internal string Profile => profile;

    /// <summary>Not cancelled half-way, which would leave a browser without an owner; it has its own limit.</summary>
    public static async Task<ChromiumSession> StartAsync(string executable)
    {
        string profile = Directory.CreateTempSubdirectory("dti-chromium-").FullName;
        try
        {
            var browser = await Puppeteer.LaunchAsync(new LaunchOptions
            {
                ExecutablePath = executable,
                Headless = true,
                UserDataDir = profile,
                Timeout = (int)_startLimit.TotalMilliseconds,
                Args = Arguments(),
            }).WaitAsync(_startLimit + _endLimit);
            return new(browser, profile);
        }
        catch (Exception fault) when (fault is PuppeteerException or ProcessException or TimeoutException)
        {
            RemoveProfile(profile);
            throw new ReportException("chromium-start", $"{executable} does not start: {fault.Message}", fault);
        }
    }

    public async Task<byte[]> PrintAsync(string html, PdfSettings settings, CancellationToken cancellationToken)
    {
        int milliseconds = (int)settings.Limit.TotalMilliseconds;
        var work = PrintPageAsync(html, settings, milliseconds);
        return await work.WaitAsync(settings.Limit, cancellationToken);
    }

    private async Task<byte[]> PrintPageAsync(string html, PdfSettings settings, int milliseconds)
    {
        await using var page = await browser.NewPageAsync();
        await page.SetJavaScriptEnabledAsync(false);
        page.AddRequestInterceptor(StopNetwork);
        await page.SetRequestInterceptionAsync(true);
        await page.SetContentAsync(html, new SetContentOptions { Timeout = milliseconds });
        return await page.PdfDataAsync(new PdfOptions
        {
            PreferCSSPageSize = true,
            PrintBackground = true,
            Tagged = settings.Tagged,
            Outline = settings.Outline,
            WaitForFonts = true,
            Timeout = milliseconds,
        });
    }

    private static Task StopNetwork(PuppeteerSharp.IRequest request) =>
        request.Url.StartsWith("data:", StringComparison.OrdinalIgnoreCase) || request.Url.StartsWith("about:", StringComparison.OrdinalIgnoreCase)
            ? request.ContinueAsync(null, 0)
            : request.AbortAsync(RequestAbortErrorCode.BlockedByClient, 0);

    private static string[] Arguments() =>
    [
        "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
        "--disable-dev-shm-usage", "--no-first-run", "--no-default-browser-check", "--generate-pdf-document-outline",
        "--font-render-hinting=none", "\"--host-resolver-rules=MAP * ~NOTFOUND\"",
        // Chromium refuses its sandbox to root; containers set the variable, having no user namespaces to build one with.
        .. Environment.IsPrivilegedProcess || Environment.GetEnvironmentVariable("DTI_CHROMIUM_SANDBOX") == "off" ? (string[])["--no-sandbox"] : [],
    ];

    public async ValueTask DisposeAsync()
    {
        var process = browser.Process;
        try
        {
            await browser.CloseAsync().WaitAsync(_endLimit);
        }
        catch (Exception fault) when (fault is PuppeteerException or TimeoutException)
        {
            if (process is { HasExited: false })
                process.Kill(entireProcessTree: true);
        }
        RemoveProfile(profile);
    }

    /// <summary>The browser's last children may still be writing for a moment after it ends, so a few tries.</summary>
    private static void RemoveProfile(string profile)
    {
        for (int left = 20; left > 0 && Directory.Exists(profile); left--)
        {
            try
            {
                Directory.Delete(profile, recursive: true);
            }
            catch (Exception fault) when (left > 1 && fault is IOException or UnauthorizedAccessException)
            {
                Thread.Yield();
            }
        }
    }
}
