using Dti.Web.Api;
using Dti.Web.Components;
using Dti.Web.Pages.Deadlines;
using Dti.Web.Pages.Entering;
using Dti.Web.Pages.Public;
using Dti.Web.Pages.Public.Robustness;

namespace Dti.Web.Pages;

/// <summary>
/// Everything people see. <see cref="AddDtiPages"/> beside the API's services; <see cref="MapDtiPages"/> last, after the pipeline and
/// the API, so that what no endpoint takes gets a page that says so.
/// </summary>
public static class PagesSetup
{
    public static WebApplicationBuilder AddDtiPages(this WebApplicationBuilder builder)
    {
        // A build that is not published has its files in the sources, not beside the program.
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddRazorComponents();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton<RobustnessShelf>();
        builder.Services.AddSingleton<RoundQueries>();
        builder.Services.AddSingleton<DeadlineOutlook>();
        builder.Services.AddSingleton<EntryEvidence>();
        return builder;
    }

    public static WebApplication MapDtiPages(this WebApplication app)
    {
        app.UseWhen(http => !http.IsApi(), pages => pages.UseFaultPages());
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>();
        return app;
    }
}
