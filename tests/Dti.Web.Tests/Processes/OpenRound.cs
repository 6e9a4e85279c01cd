using System.Collections.Immutable;
using System.Globalization;
using Dti.Assessment;
using Dti.Assessment.Agencies;
using Dti.Assessment.Rounds;
using Dti.Assessment.Storage;
using Dti.Assessment.Submissions;
using Dti.Web.Access;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dti.Web.Tests.Processes;

/// <summary>A store made ready for a server: one round, all of whose periods accept entries, and an officer's token for every unit.</summary>
internal sealed record OpenRound(StoreOptions Store, IReadOnlyDictionary<string, string> Tokens, string ReaderToken)
{
    public const string Id = "2025";
    public const string Cell = "1.1";

    private const string Set = """
        set: tai-trong
        year: 2025
        title: { vi: "Bộ chỉ số thử tải" }
        groups:
          - { code: so, name: { vi: "Sở, ban, ngành" } }
        nodes:
          - code: "1"
            name: { vi: "Dữ liệu mở" }
            children:
              - code: "1.1"
                name: { vi: "Tập dữ liệu đã lập danh mục" }
                points: 10
                inputs:
                  - { id: listed, type: count, unit: dataset, from: self }
                rule: { linear: { of: listed, from: 0, to: 100 } }
        """;

    private static readonly string[] Periods = ["q1", "q2", "q3", "q4", "year"];

    /// <summary>What makes the real server work on this store.</summary>
    public (string Name, string? Value)[] Environment =>
        [("ConnectionStrings__Dti", Store.ConnectionString), ("Dti__RequestsPerSecond", "100000"), ("Logging__LogLevel__Default", "Error")];

    /// <summary>Every submission of the round: its address and the token that may save it.</summary>
    public IEnumerable<(string Address, string Token)> Submissions =>
        Tokens.SelectMany(_ => Periods, (unit, period) => ($"/api/v1/rounds/{Id}/units/{unit.Key}/submissions/{period}", unit.Value));

    public static async Task<OpenRound> PlanAsync(StoreOptions store, int units)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { DisableDefaults = true });
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Services.AddSingleton<Accounts>().AddDtiAssessment();
        builder.UseOrleans(silo => silo.AddDtiStore(store));
        using var host = builder.Build();
        await host.StartAsync();
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        var accounts = host.Services.GetRequiredService<Accounts>();
        string[] codes = [.. Enumerable.Range(1, units).Select(n => string.Create(CultureInfo.InvariantCulture, $"so-{n:00}"))];
        var now = TimeProvider.System.GetUtcNow();
        var reply = await grains.GetGrain<IRoundGrain>(RoundKey.Of(Id)).Plan(
            new(2025, Set,
                [.. codes.Select(code => new Participant(code, code, null, "so", "", true))],
                [.. Periods.Select(period => new Quarter(period, now.AddDays(-1), now.AddDays(5), now.AddDays(9), QuarterState.Scheduled))],
                "Số liệu thử", new("UBND tỉnh", "Sở Khoa học và Công nghệ", "Nghệ An", "Giám đốc")),
            Actor.System);
        reply.Outcome.ShouldBe(Outcome.Done, string.Join("; ", reply.Broken));
        var tokens = new Dictionary<string, string>();
        foreach (string code in codes)
        {
            await grains.GetGrain<IAgencyGrain>($"agency/{code}").Register(new(code, code, null, "so", null, null, null, ImmutableArray<Forerunner>.Empty), Actor.System);
            await accounts.AddAsync($"{code}.nhap", "officer", code);
            tokens[code] = await accounts.IssueTokenAsync($"{code}.nhap");
        }
        await accounts.AddAsync("ban-chi-dao", "committee");
        string reader = await accounts.IssueTokenAsync("ban-chi-dao");
        await host.StopAsync();
        return new(store, tokens, reader);
    }
}
