using Dti.Assessment.Targets;

namespace Dti.Web.Pages.Public.Targets;

internal static class TargetMark
{
    public static string Of(TargetState state) => state switch
    {
        TargetState.Reached or TargetState.OnTrack => "mark good",
        TargetState.Behind => "mark warning",
        TargetState.Missed => "mark fault",
        _ => "mark plain",
    };
}
