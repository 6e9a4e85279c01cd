using Dti.Assessment.IndicatorSets;
using Dti.Assessment.Tests.Tables;

namespace Dti.Assessment.Tests.IndicatorSets;

public sealed class CheckReportTests : IDisposable
{
    private readonly Folder folder = new();
    private readonly StringWriter output = new();

    [Fact]
    public void Sets_without_fault_end_with_zero()
    {
        CheckReport.Check([folder.Write("a.yaml", SetTexts.Points), folder.Write("b.yaml", SetTexts.Normalised)], output).ShouldBe(0);
        Lines().ShouldBe(["2 sets, 0 faults"]);
    }

    [Fact]
    public void Each_fault_is_a_line_with_its_place()
    {
        string path = folder.Write("a.yaml", "set: s\nyaer: 2025\nnodes: [{ code: a, points: 1, rule: { timeliness: {} } }]");
        CheckReport.Check([path], output).ShouldBe(1);
        Lines().ShouldBe([
            $"{path}:1:1 missing-key an indicator set needs 'year'",
            $"{path}:2:1 unknown-key an indicator set has no key 'yaer'; did you mean 'year'?",
            "1 set, 2 faults"]);
    }

    [Fact]
    public void A_folder_is_checked_with_all_below_it()
    {
        folder.Write("x/2025.yaml", SetTexts.Points);
        folder.Write("y/2025.yaml", "set: s");
        folder.Write("schema.json", "{}");
        CheckReport.Check([folder.Path], output).ShouldBe(1);
        Lines()[^1].ShouldBe("2 sets, 2 faults");
    }

    [Fact]
    public void A_folder_without_sets_and_a_missing_file_are_faults()
    {
        CheckReport.Check([folder.Path, folder.At("none.yaml")], output).ShouldBe(1);
        Lines().Length.ShouldBe(3);
        Lines()[0].ShouldStartWith($"{folder.Path}:0:0 not-a-file ");
        Lines()[1].ShouldStartWith($"{folder.At("none.yaml")}:0:0 missing-file ");
    }

    public void Dispose() => folder.Dispose();

    private string[] Lines() => output.ToString().Split(output.NewLine, StringSplitOptions.RemoveEmptyEntries);
}
