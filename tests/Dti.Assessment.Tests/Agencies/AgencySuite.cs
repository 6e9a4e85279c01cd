using Dti.Assessment.Agencies;
using Dti.Assessment.Submissions;
using Dti.Assessment.Tests.World;
using static Dti.Assessment.Tests.World.GivenRound;

namespace Dti.Assessment.Tests.Agencies;

public abstract class AgencySuite(DomainWorld world)
{
    private static readonly AgencyRecord Record = new("so-a", "Sở A", "Department A", "so", "tinh", new(2025, 3, 1), null, [new("so-cu", 0.5), new("so-cu-2", 0.5)]);
    private static readonly DataContact Contact = new("Nguyễn Văn An", "Phó Giám đốc", "an@example.vn", null);

    private IAgencyGrain Agency(string code) => world.Grains.GetGrain<IAgencyGrain>($"agency/{code}");

    [Fact]
    public async Task Registering_the_same_again_writes_nothing_and_a_change_is_noted_with_before_and_after()
    {
        for (int i = 0; i < 2; i++)
            await Agency("dang-ky").Register(Record with { Code = "dang-ky", Predecessors = [.. Record.Predecessors] }, Actor.System);
        await Agency("dang-ky").Register(Record with { Code = "dang-ky", NameVi = "Sở mới" }, Actor.System);
        await world.RestartAsync();
        (await Agency("dang-ky").Get()).Record!.Predecessors.ShouldBe(Record.Predecessors);
        var entries = await world.Journal.ReadAsync("agency/dang-ky", 10);
        entries.Count.ShouldBe(2);
        entries[0].Before.ShouldNotBeNull().ShouldContain("Sở A");
        entries[0].After.ShouldNotBeNull().ShouldContain("Sở mới");
        entries[0].After.ShouldNotBeNull().ShouldNotContain("journal");
    }

    [Fact]
    public async Task Its_leader_or_the_office_in_charge_names_the_contacts()
    {
        (await Agency("dau-moi").NameContacts(Contact, null, Soict)).Single().Code.ShouldBe("no-such-unit");
        await Agency("dau-moi").Register(Record with { Code = "dau-moi" }, Actor.System);
        (await Agency("dau-moi").NameContacts(Contact, null, Leader("so-b"))).Single().Code.ShouldBe("not-your-unit");
        (await Agency("dau-moi").NameContacts(Contact, null, Officer("dau-moi"))).Single().Code.ShouldBe("not-your-unit");
        (await Agency("dau-moi").NameContacts(Contact, null, Leader("dau-moi"))).ShouldBeEmpty();
        (await Agency("dau-moi").NameContacts(null, Contact with { Name = "Trần Thị Bình" }, Soict)).ShouldBeEmpty();
        (await Agency("dau-moi").NameContacts(Contact, null, Soict)).ShouldBeEmpty();
        var agency = await Agency("dau-moi").Get();
        (agency.Leader, agency.Officer!.Name).ShouldBe((Contact, "Trần Thị Bình"));
        (await world.Journal.ReadAsync("agency/dau-moi", 10)).Count.ShouldBe(3);
    }
}

[Collection(nameof(SqliteWorld))]
public sealed class AgenciesOnSqlite(SqliteWorld world) : AgencySuite(world);

[Collection(nameof(PostgresWorld))]
public sealed class AgenciesOnPostgres(PostgresWorld world) : AgencySuite(world);
