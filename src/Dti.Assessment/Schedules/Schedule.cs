using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Dti.Assessment.Schedules;

/// <summary>
/// When things happen by themselves. Every server ticks; a tick only asks a grain, and the grain keeps which slot is done in its row.
/// So a restart neither misses a slot (the next tick finds it due) nor doubles one (it is already noted).
/// </summary>
public static class Schedule
{
    public static IServiceCollection AddDtiSchedule(this IServiceCollection services) => services
        .AddQuartz(quartz =>
        {
            quartz.ScheduleJob<TurnRounds>(trigger => trigger.StartNow().WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromMinutes(1)).RepeatForever()));
            quartz.ScheduleJob<HarvestSources>(trigger => trigger.StartNow().WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromMinutes(10)).RepeatForever()));
            quartz.ScheduleJob<RecomputeStandings>(trigger => trigger.StartNow().WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromMinutes(10)).RepeatForever()));
        })
        .AddQuartzHostedService(host => host.WaitForJobsToComplete = true);
}
