using Dti.Assessment.Submissions;
using Dti.Assessment.Tests.World;
using static Dti.Assessment.Tests.World.GivenRound;

namespace Dti.Assessment.Tests.Indicators;

public abstract class IndicatorSuite(DomainWorld world)
{
    [Fact]
    public async Task The_same_run_changes_nothing_twice_and_an_older_one_does_not_override()
    {
        var given = await world.Given();
        (await given.Indicator().Observe([Measured(5)], Actor.System)).ShouldBeEmpty();
        (await given.Indicator().Observe([Measured(6)], Actor.System)).ShouldBeEmpty();
        (await given.Indicator().Observe([Measured(7, run: "run-0", day: 4)], Actor.System)).ShouldBeEmpty();
        (await given.Indicator().Get()).Values.Values.Single().Value.ShouldBe(InputValue.Of(5));
        (await given.Indicator().Observe([Measured(8, run: "run-2", day: 6)], Actor.System)).ShouldBeEmpty();
        (await given.Submission().Get()).Measured["1.1.published"].Value.ShouldBe(InputValue.Of(8));
        (await world.Journal.ReadAsync($"{given.Id}/1.1", 10)).Select(e => (e.Cell, e.Before, e.After)).ShouldBe(
            [("so-a/q1/1.1.published", "5", "8"), ("so-a/q1/1.1.published", null, "5")]);
    }

    [Fact]
    public async Task Every_misfit_is_told_and_nothing_is_taken()
    {
        var given = await world.Given();
        var broken = await given.Indicator().Observe(
            [Measured(5), Measured(1.5), Measured(5, unit: "so-z"), Measured(5, quarter: "q9"), Measured(5, key: "9.9"), Measured(5, key: "1.1.listed")], Actor.System);
        broken.Select(b => b.Code).ShouldBe(["value-misfit", "unknown-unit", "unknown-quarter", "unknown-key", "not-measured"]);
        (await given.Indicator().Get()).Values.ShouldBeEmpty();
        (await given.Indicator().Observe([Measured(5)], Officer())).Single().Code.ShouldBe("soict-only");
    }
}

[Collection(nameof(SqliteWorld))]
public sealed class IndicatorsOnSqlite(SqliteWorld world) : IndicatorSuite(world);

[Collection(nameof(PostgresWorld))]
public sealed class IndicatorsOnPostgres(PostgresWorld world) : IndicatorSuite(world);
