using Dti.Scoring.Sets;

namespace Dti.Scoring.Tests.Scores;

public sealed class ColumnsTests
{
    [Fact]
    public void An_only_input_is_named_by_its_indicator_and_others_by_their_id_too()
    {
        var set = Given.Points(Given.Ten("1"), Given.Indicator("2", 1, new LinearRule(new("2", "a"), 0, 1), Given.Number("a"), Given.Number("b")));
        Columns.Of(set).Select(column => column.Key).ShouldBe(["1", "2.a", "2.b"]);
    }

    [Fact]
    public void Denominators_and_labels_are_columns_of_their_own()
    {
        var leaf = new NormalisedLeaf { Denominator = "GDP", Impute = Imputation.GroupMean, ImputeBy = "vung", Normalise = new(NormaliseKind.None) };
        var set = Given.Composite(
            new Node { Code = "a", Name = Given.Name, Normalised = leaf },
            new Node { Code = "b", Name = Given.Name, Normalised = leaf with { ImputeBy = "group" } });
        Columns.Of(set).Select(column => column.Key).ShouldBe(["a", "b"]);
        Columns.Denominators(set).ShouldBe(["GDP"]);
        Columns.Labels(set).ShouldBe(["vung"]);
    }
}
