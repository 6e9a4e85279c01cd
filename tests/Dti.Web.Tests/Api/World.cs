using System.Collections.Immutable;
using System.Net.Http.Headers;
using Dti.Assessment;
using Dti.Assessment.Agencies;
using Dti.Assessment.Rounds;
using Dti.Assessment.Storage;
using Dti.Assessment.Submissions;
using Dti.Web.Access;
using Dti.Web.Hosting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Orleans.Storage;

namespace Dti.Web.Tests.Api;

/// <summary>The whole host on a free port: real store, real grains, real tokens. Each test plans a round of its own.</summary>
public abstract class World : IAsyncLifetime
{
    public const string Unit = "so-tttt";
    public const string OtherUnit = "so-yte";

    private const string Set = """
        set: thu-nghiem
        year: 2025
        title: { vi: "Bộ chỉ số thử", en: "Trial set" }
        groups:
          - { code: so, name: { vi: "Sở", en: "Departments" } }
        nodes:
          - code: "1"
            name: { vi: "Dữ liệu mở", en: "Open data" }
            children:
              - code: "1.1"
                name: { vi: "Tập dữ liệu đã công bố", en: "Published" }
                points: 10
                inputs:
                  - { id: published, type: count, unit: dataset, from: metric:datasets_published }
                  - { id: listed, type: count, unit: dataset, from: self, evidence: required }
                rule: { ratio: { of: published, to: listed } }
              - code: "1.2"
                name: { vi: "Có kế hoạch", en: "Has a plan" }
                points: 5
                inputs:
                  - { id: plan, type: yes_no, from: self }
                rule: { yes_no: { of: plan } }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("dti-api-").FullName;
    private readonly Dictionary<Role, string> _tokens = [];
    private WebApplication? _app;
    private string _otherToken = "";
    private int _rounds;

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2025, 7, 1, 2, 0, 0, TimeSpan.Zero));

    public IServiceProvider Services => _app!.Services;

    public IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

    public Uri Address => new(_app!.Urls.Single());

    /// <summary>Null for SQLite under the world's folder.</summary>
    protected virtual Task<string?> ConnectionStringAsync() => Task.FromResult<string?>(null);

    public virtual async Task InitializeAsync()
    {
        string? connection = await ConnectionStringAsync();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.SetMinimumLevel(LogLevel.Critical);
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.UseOrleans(silo => silo.AddDtiStore(new StoreOptions { DataFolder = _folder, ConnectionString = connection }));
        builder.Services.AddDtiAssessment();
        builder.AddDtiApi();
        _app = builder.Build();
        _app.UseDtiPipeline();
        _app.MapDtiApi();
        // As the pages will: the sign-in page takes posts at its own address too.
        _app.MapMethods("/dang-nhap", ["GET", "POST"], () => "page");
        _app.MapGet("/form", (HttpContext http, IAntiforgery forms) => forms.GetAndStoreTokens(http).RequestToken!);
        _app.MapGet("/api/v1/broken", string () => throw new InvalidOperationException("secret inside"));
        _app.MapGet("/api/v1/concurrent", string () => throw new InconsistentStateException("two at once"));
        await _app.StartAsync();
        await AddPeople();
        await AddUnits();
    }

    public virtual async Task DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A client of somebody; null is nobody.</summary>
    public HttpClient Client(Role? role) => With(role is { } known ? _tokens[known] : null);

    public HttpClient OfficerOfOther => With(_otherToken);

    public HttpClient With(string? token)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
        if (token is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>A new round whose second quarter accepts entries; answers its id.</summary>
    public async Task<string> Round()
    {
        int number = Interlocked.Increment(ref _rounds);
        string id = $"vong-{number}";
        var hanoi = TimeSpan.FromHours(7);
        DateTimeOffset At(int month, int day, int hour = 0) => new(2025, month, day, hour, 0, 0, hanoi);
        var plan = new RoundPlan(
            // A set of its own, so that its editions are a series of their own.
            2025, Set.Replace("set: thu-nghiem", $"set: thu-nghiem-{number}", StringComparison.Ordinal),
            [new(Unit, "Sở Thông tin và Truyền thông", null, "so", "so", true), new(OtherUnit, "Sở Y tế", null, "so", "so", true)],
            [
                new("q1", At(4, 1), At(4, 15, 17), At(4, 20), QuarterState.Scheduled),
                new("q2", At(6, 20), At(7, 15, 17), At(12, 31), QuarterState.Scheduled),
            ],
            "Số liệu thử", new("UBND tỉnh", "Sở Khoa học và Công nghệ", "Nghệ An", "Giám đốc"));
        var reply = await Grains.GetGrain<IRoundGrain>(RoundKey.Of(id)).Plan(plan, Actor.System);
        reply.Outcome.ShouldBe(Outcome.Done, string.Join("; ", reply.Broken));
        return id;
    }

    /// <summary>The address of the unit's second quarter in a new round.</summary>
    public async Task<string> Submission() => Of(await Round());

    public static string Of(string round, string unit = Unit, string quarter = "q2") => $"/api/v1/rounds/{round}/units/{unit}/submissions/{quarter}";

    public async Task<string> NewAccount(string name, Role role, string? unit = null, string? scope = null)
    {
        var accounts = Services.GetRequiredService<Accounts>();
        await accounts.AddAsync(name, role.Name(), unit, scope);
        return await accounts.IssueTokenAsync(name);
    }

    private async Task AddPeople()
    {
        foreach (var role in RoleNames.All)
            _tokens[role] = await NewAccount(role.Name(), role, role.BelongsToUnit() ? Unit : null);
        _otherToken = await NewAccount("officer.other", Role.Officer, OtherUnit);
    }

    private async Task AddUnits()
    {
        foreach (var (code, name) in new[] { (Unit, "Sở Thông tin và Truyền thông"), (OtherUnit, "Sở Y tế") })
            await Grains.GetGrain<IAgencyGrain>($"agency/{code}").Register(new(code, name, null, "so", null, null, null, ImmutableArray<Forerunner>.Empty), Actor.System);
    }
}
