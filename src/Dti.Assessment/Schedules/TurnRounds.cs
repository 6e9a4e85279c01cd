using Dti.Assessment.Rounds;
using Dti.Assessment.Storage;
using Dti.Assessment.Submissions;
using Quartz;

namespace Dti.Assessment.Schedules;

/// <summary>Opens and closes quarters by their calendar.</summary>
[DisallowConcurrentExecution]
internal sealed class TurnRounds(IStateReader rows, IGrainFactory grains) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellation)
    {
        await foreach (var round in rows.ListAsync<Round>("round", "round/", cancellation))
            await grains.GetGrain<IRoundGrain>(round.Key).Turn(Actor.System);
    }
}
