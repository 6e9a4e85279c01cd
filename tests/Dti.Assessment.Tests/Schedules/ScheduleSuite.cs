using System.Collections.Immutable;
using Dti.Assessment.Harvesting;
using Dti.Assessment.Rounds;
using Dti.Assessment.Schedules;
using Dti.Assessment.Submissions;
using Dti.Assessment.Tests.Harvesting;
using Dti.Assessment.Tests.World;

namespace Dti.Assessment.Tests.Schedules;

public abstract class ScheduleSuite(DomainWorld world)
{
    [Fact]
    public async Task A_quarter_whose_time_came_while_the_server_was_down_opens_at_the_next_tick()
    {
        var given = await world.Given();
        await world.StopAsync();
        world.Clock.AdjustTime(DomainWorld.Moment(2025, 7, 31));
        await world.StartAsync();
        await Tick();
        await Tick();
        (await given.Grain.Get()).Quarters.Select(q => q.State).ShouldBe([QuarterState.Closed, QuarterState.Closed, QuarterState.Open, QuarterState.Scheduled]);
        (await world.Journal.ReadAsync(RoundKey.Of(given.Id), 50)).Count(e => e.Action == "turn").ShouldBe(1);

        Task Tick() => new TurnRounds(world.States, world.Grains).Execute(null!, default).AsTask();
    }

    [Fact]
    public async Task Sources_are_read_and_standings_computed_once_a_day_however_often_the_server_starts()
    {
        var given = await world.Given();
        await Source().Configure(new(CkanReader.Kind, "https://opendata.nghean.example/", Recordings.Demo(), ImmutableDictionary<string, string>.Empty), Actor.System);
        await Tick();
        await world.RestartAsync();
        await Tick();
        (await Slots()).Count.ShouldBe(2); // q1 and q2 are open
        (await given.Grain.Get()).StandingsSlot.ShouldBe("2025-04-10");

        world.Clock.AdjustTime(DomainWorld.Moment(2025, 4, 11, 0));
        await Tick();
        await Tick();
        (await Slots()).Count.ShouldBe(4);
        (await given.Grain.Get()).StandingsSlot.ShouldBe("2025-04-11");
        (await world.Journal.ReadAsync(RoundKey.Of(given.Id), 50)).Count(e => e.Action == "recompute").ShouldBe(2);

        async Task Tick()
        {
            await new HarvestSources(world.States, world.Grains, world.Of<DomainClock>()).Execute(null!, default);
            await new RecomputeStandings(world.States, world.Grains, world.Of<DomainClock>()).Execute(null!, default);
        }

        IHarvestSourceGrain Source() => world.Grains.GetGrain<IHarvestSourceGrain>($"source/lich-{given.Id}");

        // Another test's round may be open beside it; only this one's readings count here.
        async Task<List<string>> Slots() =>
            [.. (await Source().Get()).Slots.Where(slot => slot.Contains($" {given.Id} ", StringComparison.Ordinal))];
    }

    [Fact]
    public async Task One_that_fails_does_not_keep_the_others_from_their_turn()
    {
        var seen = new List<int>();
        var failure = await Should.ThrowAsync<AggregateException>(() => Each.OfAsync([1, 2, 3], n =>
        {
            seen.Add(n);
            return n == 1 ? Task.FromException(new TimeoutException()) : Task.CompletedTask;
        }));
        failure.InnerExceptions.ShouldHaveSingleItem().ShouldBeOfType<TimeoutException>();
        seen.ShouldBe([1, 2, 3]);
    }

    [Theory]
    [InlineData(2025, 4, 10, 0, "2025-04-10")]
    [InlineData(2025, 4, 10, 23, "2025-04-10")]
    public void A_slot_is_the_day_in_Vietnam(int year, int month, int day, int hour, string slot)
    {
        world.Clock.AdjustTime(DomainWorld.Moment(year, month, day, hour));
        Slot.Day(world.Clock).ShouldBe(slot);
    }
}

/// <summary>A world of its own: the jobs go through every round and source there is.</summary>
public sealed class SchedulesOnSqlite(SqliteWorld world) : ScheduleSuite(world), IClassFixture<SqliteWorld>;

public sealed class SchedulesOnPostgres(PostgresWorld world) : ScheduleSuite(world), IClassFixture<PostgresWorld>;
