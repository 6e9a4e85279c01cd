using Dti.Scoring.Sets;

namespace Dti.Web.Demo;

/// <summary>
/// A count whose year is its last quarter tells how much there is by then, and never falls: what is invented for it hangs on the furthest the
/// unit has come and on the question, which keeps its words where a later set gives it another code.
/// </summary>
internal static class RunningTotal
{
    public static bool Is(Node node, Input input) => input.Type == InputType.Count && node.Indicator!.Quarters == QuarterRule.Last;

    public static string Question(Node node, Input input) => input.Name?.Vi ?? $"{node.Code}.{input.Id}";
}
