using Dti.Assessment.Editions;
using Dti.Assessment.IndicatorSets;
using Dti.Assessment.Submissions;
using Dti.Scoring.Quarters;

namespace Dti.Assessment.Tests.Editions;

public sealed class YearTableTests
{
    [Theory]
    [InlineData("1.1.published", 45)]
    [InlineData("1.1.listed", 60)]
    [InlineData("1.2", 4)]
    [InlineData("1.3", 1)]
    [InlineData("2.1", 1)]
    [InlineData("2.3.q1", 2)]
    [InlineData("2.3.q2", 1)]
    [InlineData("2.3.q4", 0)]
    [InlineData("2.4", 65)]
    public void Quarters_combine_by_the_rule_of_the_indicator(string key, double value) => Official().Table.Columns[key][0].ShouldBe(value);

    [Fact]
    public void A_date_is_its_day_number() => Official().Table.Columns["2.2"][0].ShouldBe(new DateOnly(2025, 7, 5).DayNumber);

    [Fact]
    public void A_unit_without_a_cell_has_no_value() => Official().Table.Columns["1.2"][2].ShouldBe(double.NaN);

    [Fact]
    public void What_is_only_self_reported_is_missing_officially_and_shown_provisionally()
    {
        Official().Table.Columns["1.1.listed"][1].ShouldBe(double.NaN);
        YearTable.Build(SmallRound.Set, SmallRound.Units, SmallRound.Frozen().Cells, LayerChoice.Provisional).Table.Columns["1.1.listed"][1].ShouldBe(30);
    }

    [Fact]
    public void A_self_reported_value_counts_where_the_set_says_so()
    {
        var set = SmallRound.Set with { Unverified = Dti.Scoring.Sets.Unverified.Counts };
        YearTable.Build(set, SmallRound.Units, SmallRound.Frozen().Cells, LayerChoice.Official(set)).Table.Columns["1.1.listed"][1].ShouldBe(30);
    }

    [Fact]
    public void What_is_reported_once_a_year_is_the_latest()
    {
        var cells = new[] { SmallRound.Cell("so-a", "2.1", "year", verified: InputValue.Of("issued")), SmallRound.Cell("so-a", "2.1", "q4", verified: InputValue.Of("none")) };
        Build(cells).Table.Columns["2.1"][0].ShouldBe(2);
    }

    [Theory]
    [InlineData("so-x", "1.2", "q1", "unknown-unit")]
    [InlineData("so-a", "1.1", "q1", "unknown-key")]
    [InlineData("so-a", "1.2", "q5", "unknown-quarter")]
    [InlineData("so-a", "1.3", "q1", "wrong-value")]
    public void A_cell_at_fault_is_named_and_missing(string unit, string key, string quarter, string code)
    {
        var table = Build([SmallRound.Cell(unit, key, quarter, verified: InputValue.Of(3))]);
        table.Faults.Select(fault => (fault.Code, fault.Place)).ShouldBe([(code, $"{unit} {key} {quarter}")]);
        table.Table.Columns.Values.ShouldAllBe(column => column.All(double.IsNaN));
    }

    [Fact]
    public void A_cell_that_stands_twice_is_a_fault()
    {
        var cell = SmallRound.Cell("so-a", "1.2", "q1");
        Build([cell, cell]).Faults.Single().Code.ShouldBe("duplicate-cell");
    }

    [Fact]
    public void Quarters_that_add_up_to_more_than_a_number_are_a_fault()
    {
        var table = Build([.. new[] { "q1", "q2" }.Select(quarter => SmallRound.Cell("so-b", "1.2", quarter, verified: InputValue.Of(1e308)))]);
        table.Faults.Single().Place.ShouldBe("so-b 1.2");
        table.Table.Columns["1.2"][1].ShouldBe(double.NaN);
    }

    [Fact]
    public void A_normalised_set_also_has_its_denominators_and_the_words_it_imputes_by()
    {
        var reading = SetFile.Parse("""
            set: idx
            year: 2025
            title: { vi: "Chỉ số" }
            nodes:
              - { code: A, name: { vi: "A" }, denominator: pop, impute: group_mean, impute_by: region, normalise: { min_max: { lower: 0, upper: 1 } } }
            """, "idx/2025.yaml");
        reading.Faults.ShouldBeEmpty();
        EditionInput[] cells =
        [
            SmallRound.Cell("so-a", "A", "year", measured: InputValue.Of(4)),
            SmallRound.Cell("so-b", "A", "year", self: InputValue.Of(5)),
            SmallRound.Cell("so-a", "pop", "year", measured: InputValue.Of(2)),
            SmallRound.Cell("so-a", "region", "year", measured: InputValue.Of("núi")),
        ];
        var built = YearTable.Build(reading.Set!, SmallRound.Units, cells, LayerChoice.Official(reading.Set!));
        built.Faults.ShouldBeEmpty();
        built.Table.Columns["A"].ShouldBe([4, double.NaN, double.NaN]);
        built.Table.Columns["pop"].ShouldBe([2, double.NaN, double.NaN]);
        built.Table.Labels["region"].ShouldBe(["núi", "", ""]);
    }

    private static YearTable Official() => Build(SmallRound.Frozen().Cells);

    private static YearTable Build(IReadOnlyList<EditionInput> cells) =>
        YearTable.Build(SmallRound.Set, SmallRound.Units, cells, LayerChoice.Official(SmallRound.Set));
}
