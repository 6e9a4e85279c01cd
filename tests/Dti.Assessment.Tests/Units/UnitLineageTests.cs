using Dti.Assessment.Editions.Comparisons;
using Dti.Assessment.Rounds;
using Dti.Assessment.Units;

namespace Dti.Assessment.Tests.Units;

/// <summary>Nghệ An's reorganisations of 2024 and 2025 as the shipped lists tell them, and small ones made up.</summary>
public sealed class UnitLineageTests
{
    private const string Head = "code,name_vi,name_en,group,parent,valid_from,valid_until,changed_on,predecessors,split";
    private static readonly UnitCatalogue Shipped = Lists.Shipped;

    [Fact]
    public void The_fourteen_departments_of_2025_have_the_twenty_of_2024_as_their_past()
    {
        var departments = RoundUnits.Of(Shipped, 2025, "tinh-nghe-an", new HashSet<string> { "so" }).Where(unit => unit.Ranked).ToList();
        departments.Count.ShouldBe(14);
        var past = departments.SelectMany(unit => unit.Lineage is { Since.Year: 2025 } lineage ? lineage.Predecessors.Select(old => old.Unit) : [unit.Unit]).ToList();
        past.ShouldBe(RoundUnits.Of(Shipped, 2024, "tinh-nghe-an", new HashSet<string> { "so" }).Where(unit => unit.Ranked).Select(unit => unit.Unit), ignoreOrder: true);
        past.Count.ShouldBe(20);
        var khcn = departments.Single(unit => unit.Unit == "so-khcn").Lineage!;
        (khcn.Since, khcn.Kind).ShouldBe((new DateOnly(2025, 3, 1), LineageKind.Merged));
        khcn.Predecessors.ShouldBe([new("so-khcn", 0.5), new("so-tttt", 0.5)]);
        departments.ShouldAllBe(unit => Enumerable.Range(1, 4).All(quarter => unit.LivedThrough(2025, $"q{quarter}")));
    }

    [Fact]
    public void Districts_of_2025_lived_two_quarters_and_Vinh_merged_the_year_before()
    {
        var districts = RoundUnits.Of(Shipped, 2025, "tinh-nghe-an", new HashSet<string> { "huyen" });
        districts.Length.ShouldBe(20);
        districts.ShouldAllBe(unit => RoundUnits.Frozen(unit, 2025).Quarters!.SequenceEqual(new[] { "q1", "q2" }));
        var vinh = districts.Single(unit => unit.Unit == "tp-vinh").Lineage!;
        (vinh.Since.Year, vinh.Kind).ShouldBe((2024, LineageKind.Merged));
        vinh.Predecessors.ShouldBe([new("tp-vinh", 0.5), new("tx-cua-lo", 0.5)]);
        RoundUnits.Of(Shipped, 2024, "tinh-nghe-an", new HashSet<string> { "huyen" }).Single(unit => unit.Unit == "tp-vinh").Lineage!
            .Predecessors.ShouldBe([new("tp-vinh", 0.5), new("tx-cua-lo", 0.5)]);
    }

    [Fact]
    public void The_communes_came_out_of_a_split_and_are_compared_with_nothing()
    {
        var communes = RoundUnits.Of(Shipped, 2025, "tinh-nghe-an", new HashSet<string> { "xa" });
        communes.Length.ShouldBe(130);
        communes.ShouldAllBe(unit => unit.Lineage!.Kind == LineageKind.Split && unit.Lineage.Predecessors.Count == 0);
        RoundUnits.Frozen(communes[0], 2025).Quarters.ShouldBe(["q3", "q4"]);
        communes[0].Remark.ShouldBe("Hoạt động từ 01/07/2025");
        Shipped.Units.Where(unit => unit.Group == "xa" && unit.Parent == "tinh-nghe-an").SelectMany(unit => unit.Predecessors).Select(old => old.Code).Distinct().Count().ShouldBe(20);
        RoundUnits.Of(Shipped, 2026, "tinh-nghe-an", new HashSet<string> { "xa" })[0].Lineage!.Since.Year.ShouldBe(2025);
    }

    [Fact]
    public void A_split_counts_whole_where_the_list_says_so()
    {
        var units = Read("a,A,,so,,,2025-06-30,,,", "b,B,,so,,2025-07-01,,,a:1,whole", "c,C,,so,,2025-07-01,,,a:1,");
        Of(units, "b", 2025).ShouldBe((LineageKind.Split, "a:1"));
        Of(units, "c", 2025).ShouldBe((LineageKind.Split, ""));
    }

    [Fact]
    public void A_new_name_a_new_unit_and_nothing_are_told_apart()
    {
        var units = Read("a,A,,so,,,2025-06-30,,,", "b,B,,so,,2025-07-01,,,a:1,", "c,C,,so,,2025-07-01,,,,", "d,D,,so,,,,,,");
        Of(units, "b", 2025).ShouldBe((LineageKind.Renamed, "a:1"));
        Of(units, "c", 2025).ShouldBe((LineageKind.New, ""));
        UnitLineage.Of(units, units.Find("d")!, 2025).ShouldBeNull();
        UnitLineage.Of(units, units.Find("b")!, 2024).ShouldBeNull();
        Of(units, "b", 2026).ShouldBe((LineageKind.Renamed, "a:1"));
    }

    [Fact]
    public void Two_steps_within_a_year_lead_back_to_its_start_with_weights_multiplied()
    {
        var units = Read(
            "a,A,,so,,,2025-02-28,,,", "b,B,,so,,,2025-02-28,,,", "c,C,,so,,,2025-08-31,,,",
            "x,X,,so,,2025-03-01,2025-08-31,,a:1;b:3,", "y,Y,,so,,2025-09-01,,,x:1;c:1,");
        Of(units, "y", 2025).ShouldBe((LineageKind.Merged, "a:0.125;b:0.375;c:0.5"));
    }

    [Fact]
    public void A_word_for_a_split_that_is_none_is_a_fault()
    {
        using var folder = new ListFolder().Add("a.csv", Head, "a,A,,so,,,,,,half");
        UnitCatalogue.Read(folder.Path).Faults.Single().ToString().ShouldContain("bad-split split 'half'");
    }

    [Fact]
    public void A_quarter_counts_for_who_was_there_on_its_last_day()
    {
        var unit = new Participant("a", "A", null, "so", "", true, Until: new(2025, 6, 29), From: new(2025, 1, 15));
        Enumerable.Range(1, 4).Select(quarter => unit.LivedThrough(2025, $"q{quarter}")).ShouldBe([true, false, false, false]);
        unit.LivedThrough(2025, "year").ShouldBeTrue();
        RoundUnits.Frozen(unit, 2024).Quarters.ShouldBe([]);
    }

    private static (LineageKind, string) Of(UnitCatalogue units, string code, int year)
    {
        var lineage = UnitLineage.Of(units, units.Find(code)!, year)!;
        return (lineage.Kind, string.Join(';', lineage.Predecessors.Select(old => FormattableString.Invariant($"{old.Unit}:{old.Weight}"))));
    }

    private static UnitCatalogue Read(params string[] rows)
    {
        using var folder = new ListFolder().Add("a.csv", [Head, .. rows]);
        var reading = UnitCatalogue.Read(folder.Path);
        return reading.Catalogue ?? throw new InvalidOperationException(string.Join('\n', reading.Faults));
    }
}
