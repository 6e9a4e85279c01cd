using Dti.Scoring.Rankings;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;

namespace Dti.Scoring.Tests.Scores;

public sealed class EmptyTableTests
{
    private static readonly UnitTable NoUnits = new() { Units = [], Columns = new Dictionary<string, double[]>() };

    [Fact]
    public void A_table_without_units_has_no_scores()
    {
        Given.Score(Given.Points(Given.Ten("1")), NoUnits).Values.ShouldAllBe(column => column.Length == 0);
        Given.Score(Given.Composite(Given.Leaf("a", new(NormaliseKind.MinMax))), NoUnits).Values.ShouldAllBe(column => column.Length == 0);
        Ranking.Rank(Given.Points(), NoUnits, []).ShouldBeEmpty();
    }

    [Fact]
    public void A_table_without_a_single_value_scores_0_in_points_and_nothing_in_a_composite()
    {
        var units = new UnitTable { Units = [new("u1", "so")], Columns = new Dictionary<string, double[]>() };
        Given.Score(Given.Points(Given.Ten("1")), units).Root(0).ShouldBe(0);
        Given.Score(Given.Composite(Given.Leaf("a", new(NormaliseKind.MinMax))), units).Root(0).ShouldBe(double.NaN);
    }

    [Fact]
    public void A_column_shorter_than_the_table_is_a_named_fault()
    {
        var ragged = new UnitTable { Units = [new("u1", "so"), new("u2", "so")], Columns = new Dictionary<string, double[]> { ["1"] = [1] } };
        Given.Fault(() => Given.Score(Given.Points(Given.Ten("1")), ragged)).ShouldBe("ragged-table");
    }
}
