using Dti.Assessment;
using Dti.Assessment.Schedules;
using Dti.Assessment.Storage;
using Dti.Reports.Assets;
using Dti.Reports.Printing;
using Dti.Web.Api;
using Dti.Web.Commands;
using Dti.Web.Pages;

namespace Dti.Web.Hosting;

/// <summary>The one host: grains, schedule, API and pages on one store.</summary>
public static class ServerHost
{
    public static WebApplication Build(string data, string urls, Action<WebApplicationBuilder>? change = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // Static files are found by the name of this assembly, whoever starts the host.
            ApplicationName = typeof(ServerHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseUrls(urls.Split(';'));
        Logs.Add(builder.Logging);
        builder.Services.AddDtiAssessment().AddDtiSchedule();
        builder.Services.AddSingleton(new ReportAssets(Inputs.Reports));
        builder.Services.AddSingleton<IPdfRenderer, ChromiumRenderer>(_ => new());
        builder.Services.AddSingleton<IEditionReports, EditionReports>();
        builder.AddDtiApi();
        builder.AddDtiPages();
        change?.Invoke(builder);
        builder.UseOrleans(silo => silo.AddDtiStore(StoreOptions.From(builder.Configuration, data)));
        var app = builder.Build();
        app.UseDtiPipeline();
        app.MapDtiApi();
        app.MapDtiPages();
        return app;
    }
}
