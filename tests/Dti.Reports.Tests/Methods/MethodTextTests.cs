using Dti.Reports.Methods;
using Dti.Reports.Tests.Samples;
using Dti.Scoring.Sets;

namespace Dti.Reports.Tests.Methods;

public sealed class MethodTextTests
{
    [Fact]
    public void The_sets_size_points_and_standing_are_said() =>
        MethodText.Sentences(SampleSet.Make())[0].ShouldBe(
            "Bộ chỉ số “Bộ chỉ số mẫu phát triển dữ liệu” năm 2025 gồm 34 chỉ số tính điểm thuộc 6 nhóm, tổng điểm tối đa 1.000 điểm; bộ chỉ số chưa được ban hành bằng quyết định.");

    [Theory]
    [InlineData(Ties.Min, "(1, 2, 2, 4)")]
    [InlineData(Ties.Dense, "(1, 2, 2, 3)")]
    [InlineData(Ties.Average, "(1; 2,5; 2,5; 4)")]
    [InlineData(Ties.Max, "(1, 3, 3, 4)")]
    public void The_rule_of_ties_is_said_with_its_example(Ties ties, string example) =>
        string.Join(" ", MethodText.Sentences(SampleSet.Make(ranking: new(ties)))).ShouldContain(example);

    [Fact]
    public void Rescaling_is_said_only_where_the_set_rescales()
    {
        string.Join(" ", MethodText.Sentences(SampleSet.Make(NotApplicable.Rescale))).ShouldContain("quy đổi về thang điểm đầy đủ");
        string.Join(" ", MethodText.Sentences(SampleSet.Make(NotApplicable.Keep))).ShouldContain("không quy đổi");
    }
}
