using Dti.Assessment.Harvesting;
using Dti.Assessment.Rounds;
using Dti.Assessment.Storage;
using Dti.Assessment.Submissions;
using Quartz;

namespace Dti.Assessment.Schedules;

/// <summary>Reads every source once a day of Vietnam for each quarter that is open.</summary>
[DisallowConcurrentExecution]
internal sealed class HarvestSources(IStateReader rows, IGrainFactory grains, DomainClock time) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellation)
    {
        await foreach (var source in rows.ListAsync<HarvestSource>("source", "source/", cancellation))
        {
            await foreach (var round in rows.ListAsync<Round>("round", "round/", cancellation))
            {
                foreach (var quarter in round.Value.Quarters.Where(q => round.Value.State == RoundState.Open && q.State == QuarterState.Open))
                    await grains.GetGrain<IHarvestSourceGrain>(source.Key).HarvestSlot(Slot.Day(time), round.Value.Id, quarter.Code, Actor.System);
            }
        }
    }
}
