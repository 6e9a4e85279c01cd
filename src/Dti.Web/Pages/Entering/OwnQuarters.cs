using Dti.Assessment.Rounds;
using Dti.Assessment.Submissions;

namespace Dti.Web.Pages.Entering;

/// <summary>A unit's quarters of a round, asked of their grains side by side.</summary>
internal static class OwnQuarters
{
    public static async Task<IReadOnlyList<(Quarter Quarter, SubmissionView View)>> ReadAsync(IGrainFactory grains, Round round, string unit) =>
        await Task.WhenAll(round.Quarters.Select(async quarter => (quarter,
            await grains.GetGrain<ISubmissionGrain>(new SubmissionKey(round.Id, unit, quarter.Code).ToString()).Get())));
}
