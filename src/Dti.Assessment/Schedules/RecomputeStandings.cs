using Dti.Assessment.Rounds;
using Dti.Assessment.Storage;
using Dti.Assessment.Submissions;
using Quartz;

namespace Dti.Assessment.Schedules;

/// <summary>Provisional standings of open rounds, once a day of Vietnam.</summary>
[DisallowConcurrentExecution]
internal sealed class RecomputeStandings(IStateReader rows, IGrainFactory grains, DomainClock time) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellation)
    {
        await foreach (var round in rows.ListAsync<Round>("round", "round/", cancellation))
        {
            if (round.Value.State == RoundState.Open)
                await grains.GetGrain<IRoundGrain>(round.Key).Recompute(Slot.Day(time), Actor.System);
        }
    }
}
