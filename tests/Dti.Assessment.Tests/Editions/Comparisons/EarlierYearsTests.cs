using Dti.Assessment.Editions;
using Dti.Assessment.Editions.Comparisons;
using Dti.Assessment.IndicatorSets;
using Dti.Scoring.Sets;

namespace Dti.Assessment.Tests.Editions.Comparisons;

/// <summary>Three years; the method of <see cref="TwoYears"/>'s later one reaches both years before it.</summary>
public sealed class EarlierYearsTests : IDisposable
{
    private const string Maps = """maps: [{ set: s, year: 2024, codes: { "1.1.published": 1.1.done, "1.1.listed": 1.1.listed, "1.2": "2.1" } }, { set: s, year: 2023, codes: { "1.2": "2.1" } }]""";

    private static readonly EditionSigner Signer = EditionSigner.FromPem(EditionSigner.NewPem());
    private static readonly Edition First = TwoYears.Of(TwoYears.Old.Replace("year: 2024", "year: 2023", StringComparison.Ordinal),
        [.. new[] { "a", "b", "c" }.Select(unit => new EditionUnit(unit, unit, null, "so", "", true))],
        ("a", 10, 40, false, 4), ("b", 20, 40, true, 0), ("c", 40, 40, true, 4)) with { Id = "s-2023.1" };
    private static readonly Edition Now = Laid(TwoYears.After(Maps));

    private readonly string folder = Directory.CreateTempSubdirectory("dti-earlier-").FullName;

    [Fact]
    public void A_year_further_back_is_scored_again_by_its_own_map_and_no_change_is_split_into_causes()
    {
        Now.Comparison!.PreviousYear.ShouldBe(2024);
        var earlier = Now.EarlierYears.ShouldNotBeNull().ShouldHaveSingleItem();
        (earlier.PreviousYear, earlier.PreviousId, earlier.Rescored, earlier.Scale).ShouldBe((2023, "s-2023.1", 0.25, 2));
        // Indicator 2.1 alone maps: yes is full, no is nothing.
        earlier.BackCast.Select(unit => (unit.Unit, unit.Score, unit.BackCastScore, unit.BackCastRank)).ShouldBe([("a", 50, 0, 3), ("b", 40, 200, 1), ("c", 100, 200, 1)]);
        var a = earlier.Units[0];
        (a.Score, a.Rank, a.BackCastScore, a.BackCastRank).ShouldBe((50, 2, 0, 3));
        earlier.Units.ShouldAllBe(unit => unit.ScoreChange == null && unit.RankChange == null);
    }

    [Fact]
    public void A_merged_unit_has_the_mean_of_its_predecessors_in_every_year()
    {
        var d = Now.EarlierYears![0].Units[1];
        (d.Computed, d.Score, d.Rank, d.BackCastScore, d.BackCastRank).ShouldBe((true, 0.25 * 40 + 0.75 * 100, null, 200, null));
    }

    [Fact]
    public void A_unit_that_changed_in_a_year_between_has_its_predecessors_mean_of_the_years_before_that()
    {
        var later = TwoYears.After(Maps);
        var merged = Laid(later with { Units = [later.Units[0] with { Lineage = new(new(2024, 7, 1), LineageKind.Merged, [new("a", 1), new("c", 1)]) }, .. later.Units.Skip(1)] });
        merged.Comparison!.Units[0].Computed.ShouldBeFalse();
        var mean = merged.EarlierYears![0].Units[0];
        (mean.Computed, mean.Score, mean.BackCastScore, mean.Rank).ShouldBe((true, 75, 100, null));
        var renamed = Laid(later with { Units = [later.Units[0] with { Lineage = new(new(2024, 7, 1), LineageKind.Renamed, [new("c", 1)]) }, .. later.Units.Skip(1)] }).EarlierYears![0].Units[0];
        (renamed.Computed, renamed.Score, renamed.Rank).ShouldBe((false, 100, 1));
    }

    [Fact]
    public void Where_the_edition_names_no_predecessor_there_is_no_figure_and_the_reason_says_why()
    {
        var after = TwoYears.After(Maps);
        var now = Laid(after with { Units = [after.Units[0] with { Lineage = new(new(2024, 7, 1), LineageKind.Merged, []) }, .. after.Units.Skip(1)] });
        now.Comparison!.Units[0].Score.ShouldBe(90);
        var a = now.EarlierYears![0].Units[0];
        (a.Score, a.BackCastScore, a.Reason).ShouldBe((null, null, "Đơn vị hợp nhất từ ngày 01/07/2024, không có số liệu năm 2023 để so sánh."));
        var first = Laid(after with { Units = [after.Units[0] with { Lineage = new(new(2023, 7, 1), LineageKind.Merged, []) }, .. after.Units.Skip(1)] });
        first.EarlierYears![0].Units[0].Score.ShouldBe(50);
    }

    [Fact]
    public void Only_the_year_before_and_mapped_years_of_the_same_set_are_reached()
    {
        var set = SetFile.Parse(TwoYears.New.Replace("#maps", Maps.Replace("set: s, year: 2023", "set: other, year: 2022", StringComparison.Ordinal), StringComparison.Ordinal), "s.yaml").Set!;
        Enumerable.Range(2021, 5).Where(year => PastYears.Reaches(set, year)).ShouldBe([2024]);
        Enumerable.Range(2021, 6).Where(year => PastYears.Reaches(Set(Now), year)).ShouldBe([2023, 2024]);
        PastYears.Of(Now).Select(year => year.PreviousYear).ShouldBe([2024, 2023]);
        PastYears.Of(TwoYears.After()).ShouldBeEmpty();
    }

    [Fact]
    public void A_series_rests_on_every_year_under_the_editions_method()
    {
        var rows = ScoresSoFar.Of(Now with { History = [new("a", "INDEX", 2023, 999, "imported:f"), new("a", "INDEX", 2022, 120, "imported:f")] }, []).Where(row => row is { Unit: "a", Code: "INDEX" });
        rows.OrderBy(row => row.Year).Select(row => (row.Year, row.Score, row.Origin)).ShouldBe(
            [(2022, 120, "imported:f"), (2023, 0, "edition:s-2023.1"), (2024, Now.Comparison!.Units[0].BackCastScore!.Value, "edition:s-2024.1"), (2025, Now.Scores.First(score => score is { Unit: "a", Depth: 0 }).Score!.Value, "edition:s-2025.1")]);
    }

    [Fact]
    public void A_year_between_without_a_map_stands_alone()
    {
        var now = Laid(TwoYears.After("""maps: [{ set: s, year: 2023, codes: { "1.2": "2.1" } }]"""));
        SeriesBreaks.Of(now)["a"].Select(found => (found.Year, found.Kind)).ShouldBe([(2024, SeriesBreakKind.Method), (2025, SeriesBreakKind.Method)]);
        SeriesBreaks.Of(Now)["a"].ShouldBeEmpty();
    }

    [Fact]
    public void With_both_editions_beside_it_both_years_are_computed_again()
    {
        File.WriteAllBytes(Path.Combine(folder, "s-2024.1.json"), EditionFile.Write(TwoYears.Before()));
        EditionCheck.VerifyFile(Signed(Now)).Remarks.ShouldContain("what stands under earlierYears of s-2023.1 is signed but not computed again: put s-2023.1.json beside the file");
        File.WriteAllBytes(Path.Combine(folder, "s-2023.1.json"), EditionFile.Write(First));
        var verdict = EditionCheck.VerifyFile(Signed(Now));
        verdict.FirstDifference.ShouldBeNull();
        verdict.Remarks.ShouldHaveSingleItem().ShouldContain("the key");
        var earlier = Now.EarlierYears![0];
        var forged = Now with { EarlierYears = [earlier with { BackCast = [earlier.BackCast[0] with { BackCastScore = 1 }, .. earlier.BackCast.Skip(1)] }] };
        EditionCheck.VerifyFile(Signed(forged)).FirstDifference.ShouldBe("earlierYears 2023: backCast a backCastScore is 1, where 0 belongs");
    }

    [Fact]
    public void A_year_that_stands_twice_or_out_of_order_is_refused()
    {
        var earlier = Now.EarlierYears![0];
        EditionCheck.VerifyFile(Signed(Now with { EarlierYears = [earlier, earlier] })).FirstDifference.ShouldBe("earlierYears: 2023 stands twice or out of order; each year stands once, newest first");
        EditionCheck.VerifyFile(Signed(Now with { Comparison = earlier, EarlierYears = [Now.Comparison!] })).FirstDifference.ShouldBe("earlierYears: 2024 stands twice or out of order; each year stands once, newest first");
    }

    [Fact]
    public void The_chain_to_the_edition_before_is_there_and_known()
    {
        EditionCheck.VerifyFile(Signed(Now with { PreviousSha256 = null })).FirstDifference.ShouldBe("previousSha256: there is none, where an edition that stands beside s-2024.1 comes after it");
        EditionCheck.VerifyFile(Signed(Now with { PreviousSha256 = new string('0', 64) })).Remarks.ShouldContain(remark => remark.StartsWith("previousSha256 0000", StringComparison.Ordinal));
    }

    [Fact]
    public void A_unit_that_stands_twice_in_a_comparison_is_refused_without_the_edition_beside()
    {
        var before = Now.Comparison!;
        EditionCheck.VerifyFile(Signed(Now with { Comparison = before with { Units = [.. before.Units, before.Units[0]] } })).FirstDifference.ShouldBe("comparison: a unit stands twice in its units");
    }

    [Fact]
    public void A_year_that_the_maps_reach_and_the_edition_lacks_is_remarked()
    {
        EditionCheck.VerifyFile(Signed(Now with { EarlierYears = null })).Remarks.ShouldContain("the set's maps reach 2023, and the edition is not laid beside an edition of that year");
        EditionCheck.VerifyFile(Signed(Now with { EarlierYears = null, Comparison = null })).Remarks.ShouldContain("the set's maps reach 2023, 2024, and the edition is not laid beside an edition of those years");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static Edition Laid(Edition edition) =>
        PastYears.LaidBeside(edition with { PreviousSha256 = TwoYears.Previous(TwoYears.Before()).Sha256 }, Set(edition), [TwoYears.Previous(TwoYears.Before()), TwoYears.Previous(First)]);

    private static IndicatorSet Set(Edition edition) => SetFile.Parse(edition.Set.Yaml, "s.yaml").Set!;

    private string Signed(Edition edition)
    {
        byte[] file = EditionFile.Write(edition);
        string path = Path.Combine(folder, "s-2025.1.json");
        File.WriteAllBytes(path, file);
        File.WriteAllBytes(path + ".sig", Signer.Sign(file));
        return path;
    }
}
