using Dti.Assessment;
using Dti.Assessment.Storage;
using Dti.Web.Access;
using Dti.Web.Commands;

namespace Dti.Web.Hosting;

/// <summary>The grains without a web server, for commands that do the main job by themselves.</summary>
internal static class SiloHost
{
    public static IHost Build(string data, TimeProvider clock)
    {
        var builder = Host.CreateApplicationBuilder();
        Logs.Add(builder.Logging);
        builder.Services.AddSingleton<Accounts>().AddDtiAssessment(clock);
        builder.UseOrleans(silo => silo.AddDtiStore(StoreOptions.From(StoreOption.Configuration(), data)));
        return builder.Build();
    }
}
