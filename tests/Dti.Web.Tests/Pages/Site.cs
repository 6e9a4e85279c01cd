using System.Net;
using System.Text.RegularExpressions;
using Dti.Assessment;
using Dti.Assessment.Rounds;
using Dti.Assessment.Storage;
using Dti.Assessment.Submissions;
using Dti.Web.Access;
using Dti.Web.Hosting;
using Dti.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Dti.Web.Tests.Pages;

/// <summary>The whole host with its pages on a free port, real store and grains; people sign in through the form.</summary>
public sealed class Site : IAsyncLifetime
{
    public const string Unit = "so-tttt";
    public const string OtherUnit = "so-yte";

    private const string Set = """
        set: thu-trang
        year: 2025
        title: { vi: "Bộ chỉ số thử" }
        groups:
          - { code: so, name: { vi: "Sở, ban, ngành" } }
        nodes:
          - code: "1"
            name: { vi: "Dữ liệu mở" }
            children:
              - code: "1.1"
                name: { vi: "Tỷ lệ bộ dữ liệu đã mở" }
                points: 10
                inputs:
                  - { id: opened, type: count, unit: "bộ dữ liệu", from: self, name: { vi: "Số bộ dữ liệu đã mở" } }
                  - { id: listed, type: count, unit: "bộ dữ liệu", from: self, evidence: required, name: { vi: "Số bộ dữ liệu trong danh mục" } }
                rule: { ratio: { of: opened, to: listed } }
                source: "142/QĐ-TTg, III.2"
              - code: "1.2"
                name: { vi: "Chi cho dữ liệu" }
                points: 5
                inputs:
                  - { id: spent, type: number, unit: "tỷ đồng", from: self }
                rule: { linear: { of: spent, from: 0, to: 10 } }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("dti-pages-").FullName;
    private readonly Dictionary<string, string> _passwords = [];
    private WebApplication? _app;
    private int _rounds;

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2025, 7, 1, 2, 0, 0, TimeSpan.Zero));

    public IGrainFactory Grains => _app!.Services.GetRequiredService<IGrainFactory>();

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = "Production",
            ApplicationName = "dti",
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Logging.SetMinimumLevel(LogLevel.Critical);
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.UseOrleans(silo => silo.AddDtiStore(new StoreOptions { DataFolder = _folder }));
        builder.Services.AddDtiAssessment();
        builder.AddDtiApi();
        builder.AddDtiPages();
        _app = builder.Build();
        _app.UseDtiPipeline();
        _app.MapDtiApi();
        _app.MapDtiPages();
        await _app.StartAsync();
        var accounts = _app.Services.GetRequiredService<Accounts>();
        foreach (var role in RoleNames.All)
            _passwords[role.Name()] = await accounts.AddAsync(role.Name(), role.Name(), role.BelongsToUnit() ? Unit : null, mustChange: false);
    }

    public async Task DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    public Visitor Visit() => new(new Uri(_app!.Urls.Single()));

    public async Task<Visitor> SignIn(Role role)
    {
        var visitor = Visit();
        await visitor.Get("/dang-nhap");
        await visitor.Post("/dang-nhap", ("name", role.Name()), ("password", _passwords[role.Name()]), ("returnUrl", "/"));
        return visitor;
    }

    /// <summary>A new round whose second quarter accepts entries; answers its id.</summary>
    public async Task<string> Round()
    {
        int number = Interlocked.Increment(ref _rounds);
        string id = $"trang-{number}";
        var hanoi = TimeSpan.FromHours(7);
        DateTimeOffset At(int month, int day) => new(2025, month, day, 17, 0, 0, hanoi);
        var reply = await Grains.GetGrain<IRoundGrain>(RoundKey.Of(id)).Plan(new(
            2025, Set.Replace("set: thu-trang", $"set: thu-trang-{number}", StringComparison.Ordinal),
            [new(Unit, "Sở Thông tin và Truyền thông", null, "so", "", true), new(OtherUnit, "Sở Y tế", null, "so", "", true)],
            [new("q1", At(4, 1), At(4, 15), At(4, 20), QuarterState.Scheduled), new("q2", At(6, 20), At(7, 15), At(12, 31), QuarterState.Scheduled)],
            "Số liệu thử nghiệm", new("UBND tỉnh Nghệ An", "Sở Khoa học và Công nghệ", "Nghệ An", "Giám đốc")), Actor.System);
        reply.Outcome.ShouldBe(Outcome.Done, string.Join("; ", reply.Broken));
        return id;
    }

    /// <summary>The year is published only when no quarter takes entries.</summary>
    public async Task CloseQuarter(string round) =>
        (await Grains.GetGrain<IRoundGrain>(RoundKey.Of(round)).SetQuarter("q2", QuarterState.Closed, Actor.System)).Outcome.ShouldBe(Outcome.Done);

    public ISubmissionGrain Submission(string round, string unit = Unit) => Grains.GetGrain<ISubmissionGrain>(new SubmissionKey(round, unit, "q2").ToString());
}

/// <summary>A browser without scripts: cookies, and forms posted with what the page put in them.</summary>
public sealed partial class Visitor(Uri site) : IDisposable
{
    private readonly HttpClient _client = new(new HttpClientHandler { CookieContainer = new() }) { BaseAddress = site };

    /// <summary>The page seen last, decoded.</summary>
    public string Page { get; private set; } = "";
    public HttpStatusCode Status { get; private set; }
    public Uri Address { get; private set; } = site;
    public System.Net.Http.Headers.HttpResponseHeaders Headers { get; private set; } = null!;

    public async Task<string> Get(string path) => await See(await _client.GetAsync(new Uri(path, UriKind.Relative)));

    /// <summary>Posts the page's own hidden fields with these over them.</summary>
    public async Task<string> Post(string path, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in Hidden().Where(hidden => fields.All(field => field.Name != hidden.Name)).Concat(fields))
            form.Add(new StringContent(value), $"\"{name}\"");
        return await See(await _client.PostAsync(new Uri(path, UriKind.Relative), form));
    }

    public string ValueOf(string name) =>
        Regex.Match(Page, $"<input[^>]*name=\"{Regex.Escape(name)}\"[^>]*>") is { Success: true } input ? Attribute(input.Value, "value") : "";

    public void Dispose() => _client.Dispose();

    private async Task<string> See(HttpResponseMessage response)
    {
        Status = response.StatusCode;
        Headers = response.Headers;
        Address = response.RequestMessage!.RequestUri!;
        return Page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
    }

    private IEnumerable<(string Name, string Value)> Hidden() => HiddenInputs().Matches(MainForm())
        .Select(match => (Attribute(match.Value, "name"), Attribute(match.Value, "value")));

    // The first form is the one that signs out.
    private string MainForm() => Page.IndexOf("<main", StringComparison.Ordinal) is >= 0 and var main ? Page[main..] : Page;

    private static string Attribute(string tag, string name) => Regex.Match(tag, $"\\b{name}=\"([^\"]*)\"").Groups[1].Value;

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex HiddenInputs();
}

[CollectionDefinition(nameof(Site))]
public sealed class SiteCollection : ICollectionFixture<Site>;
