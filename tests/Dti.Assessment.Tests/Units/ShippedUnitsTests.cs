using Dti.Assessment.Units;

namespace Dti.Assessment.Tests.Units;

public sealed class ShippedUnitsTests
{
    private const string NgheAn = "tinh-nghe-an";
    private static readonly UnitCatalogue Units = Lists.Shipped;

    [Theory]
    [InlineData("2025-02-01", 20)]
    [InlineData("2025-02-28", 20)]
    [InlineData("2025-03-01", 14)]
    [InlineData("2025-12-31", 14)]
    public void Twenty_departments_became_fourteen_on_the_first_of_March_2025(string day, int departments)
    {
        var active = Units.ActiveOn(Day(day)).Where(unit => unit.Group == "so").ToList();
        active.Count(unit => unit.Ranked).ShouldBe(departments);
        active.Where(unit => !unit.Ranked).Select(unit => unit.Code).ShouldBe(["bql-kkt-dong-nam"]);
    }

    [Fact]
    public void The_round_of_2025_assesses_the_departments_after_the_merger() =>
        Units.AssessedIn(2025).Where(unit => unit.Group == "so").Select(unit => unit.Code).Order(StringComparer.Ordinal).ShouldBe([
            "bql-kkt-dong-nam", "so-ct", "so-dttg", "so-gddt", "so-khcn", "so-ngv", "so-nnmt", "so-nv", "so-tc", "so-tp", "so-vhttdl",
            "so-xd", "so-yt", "thanh-tra", "vp-ubnd"]);

    [Fact]
    public void The_round_of_2024_assesses_the_departments_before_the_merger() =>
        Units.AssessedIn(2024).Count(unit => unit is { Group: "so", Ranked: true }).ShouldBe(20);

    [Fact]
    public void Districts_are_assessed_in_the_year_their_tier_ended_and_not_after()
    {
        Units.Units.Count(unit => unit.Group == "huyen").ShouldBe(21);
        var assessed = Units.AssessedIn(2025).Where(unit => unit.Group == "huyen").Select(unit => unit.Code).ToList();
        assessed.Count.ShouldBe(20);
        assessed.ShouldNotContain("tx-cua-lo");
        Units.AssessedIn(2026).ShouldNotContain(unit => unit.Group == "huyen");
    }

    [Fact]
    public void Cua_Lo_belongs_to_Vinh_in_the_round_of_the_year_they_merged()
    {
        Units.AssessedIn(2024).ShouldNotContain(unit => unit.Code == "tx-cua-lo");
        Units.AssessedIn(2023).ShouldContain(unit => unit.Code == "tx-cua-lo");
        Units.Find("tp-vinh")!.Predecessors.ShouldBe([new("tp-vinh", 1), new("tx-cua-lo", 1)]);
    }

    [Fact]
    public void One_hundred_and_thirty_communes_began_on_the_first_of_July_2025()
    {
        Units.ActiveOn(new(2025, 6, 30)).ShouldNotContain(unit => unit.Group == "xa" && unit.Parent == NgheAn);
        Units.ActiveOn(new(2025, 7, 1)).Count(unit => unit.Group == "xa" && unit.Parent == NgheAn).ShouldBe(130);
        Units.AssessedIn(2026, NgheAn).Count(unit => unit.Group == "xa").ShouldBe(130);
    }

    [Fact]
    public void Every_commune_has_its_own_official_code() =>
        Units.Units.Where(unit => unit.Group == "xa" && unit.Parent == NgheAn).Select(unit => unit.OfficialCode).Distinct().Count().ShouldBe(130);

    [Fact]
    public void A_merged_department_weighs_its_predecessors_equally()
    {
        Units.Find("so-nnmt")!.Predecessors.ShouldBe([new("so-nnptnt", 1), new("so-tnmt", 1)]);
        var khcn = Units.Find("so-khcn")!;
        khcn.Predecessors.ShouldBe([new("so-khcn", 1), new("so-tttt", 1)]);
        khcn.ValidFrom.ShouldBeNull();
        khcn.Since.ShouldBe(new DateOnly(2025, 3, 1));
    }

    [Fact]
    public void Every_department_that_ended_has_exactly_one_successor()
    {
        var ended = Units.Units.Where(unit => unit is { Group: "so", ValidUntil: not null }).ToList();
        ended.Count.ShouldBe(9);
        foreach (var unit in ended)
            Units.Units.Count(other => other.Predecessors.Any(old => old.Code == unit.Code)).ShouldBe(1, unit.Code);
    }

    [Fact]
    public void A_province_is_a_parent_and_is_not_assessed() =>
        Units.AssessedIn(2025).ShouldNotContain(unit => unit.Code == NgheAn);

    [Fact]
    public void The_example_commune_belongs_to_its_own_province() =>
        Units.AssessedIn(2025, "tinh-tay-ninh").Select(unit => unit.Code).ShouldBe(["xa-can-giuoc"]);

    [Fact]
    public void A_code_that_is_in_no_list_is_not_found()
    {
        Units.Find("so-chua-co").ShouldBeNull();
        Units.TryFind("so-tttt", out var found).ShouldBeTrue();
        found!.NameVi.ShouldBe("Sở Thông tin và Truyền thông");
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
