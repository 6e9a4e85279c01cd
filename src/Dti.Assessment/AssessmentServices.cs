using Dti.Assessment.Editions;
using Dti.Assessment.Rounds;
using Microsoft.Extensions.DependencyInjection;

namespace Dti.Assessment;

/// <summary>What the grains and queries of this project need from the host, besides the store.</summary>
public static class AssessmentServices
{
    public static IServiceCollection AddDtiAssessment(this IServiceCollection services, TimeProvider? clock = null) => services
        .AddSingleton(host => new DomainClock(clock ?? host.GetService<TimeProvider>() ?? TimeProvider.System))
        .AddSingleton<SetLibrary>()
        .AddSingleton<SigningKeys>()
        .AddSingleton<EditionMaking>()
        .AddSingleton<EditionQueries>();
}
