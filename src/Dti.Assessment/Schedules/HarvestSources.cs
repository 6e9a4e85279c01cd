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
        var sources = await rows.ListAsync<HarvestSource>("source", "source/", cancellation).ToListAsync(cancellation);
        var rounds = await rows.ListAsync<Round>("round", "round/", cancellation).Where(round => round.Value.State == RoundState.Open).ToListAsync(cancellation);
        var due =
            from source in sources
            from round in rounds
            from quarter in round.Value.Quarters
            where quarter.State == QuarterState.Open
            select (source.Key, Round: round.Value.Id, Quarter: quarter.Code);
        await Each.OfAsync(due, at => grains.GetGrain<IHarvestSourceGrain>(at.Key).HarvestSlot(Slot.Day(time), at.Round, at.Quarter, Actor.System));
    }
}
