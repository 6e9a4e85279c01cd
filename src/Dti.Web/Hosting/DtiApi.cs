using System.Text.Json;
using Dti.Web.Access;
using Dti.Web.Api;
using Dti.Web.Pages.Public;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Dti.Web.Hosting;

/// <summary>
/// The API in a host, in this order: <see cref="AddDtiApi"/> beside the store and the grains, <see cref="UseDtiPipeline"/> before any
/// endpoint, <see cref="MapDtiApi"/>, then the pages.
/// </summary>
public static class DtiApi
{
    public static WebApplicationBuilder AddDtiApi(this WebApplicationBuilder builder)
    {
        ServerLimits.Apply(builder);
        var services = builder.Services;
        services.AddDtiAccess();
        services.AddSingleton<FreshToken>();
        services.AddSingleton<EvidenceFiles>();
        services.AddSingleton<Rankings>();
        services.AddSingleton<EditionShelf>();
        services.AddSingleton<EditionReportFiles>();
        services.AddRequestRates(builder.Configuration);
        services.AddProblemDetails();
        services.ConfigureHttpJsonOptions(options => ApiJson.Apply(options.SerializerOptions));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddOpenApi("v1", Describe);
        return builder;
    }

    /// <summary>Headers, faults, who is calling, and how much: for the API and the pages alike.</summary>
    public static WebApplication UseDtiPipeline(this WebApplication app)
    {
        app.UseSecurityHeaders(SecurityHeaders.Policy);
        app.UseHeadAsGet();
        app.UseWhen(http => http.IsApi(), api => api.UseApiProblems());
        app.UseWhen(http => !http.IsApi(), pages => pages.UsePageRefusals());
        app.UseRouting();
        app.UseRequestTimeouts();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseFirstPassword();
        app.UseAuthorization();
        app.UseAntiforgery();
        return app;
    }

    public static WebApplication MapDtiApi(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapHealth();
        app.MapKeys();
        app.MapAccountForms();
        var api = app.MapGroup("/api/v1");
        api.MapUnits();
        api.MapIndicators();
        api.MapObservations();
        api.MapRounds();
        api.MapSubmissions();
        api.MapVerification();
        api.MapEvidence();
        api.MapEditions();
        return app;
    }

    private static void Describe(OpenApiOptions options) => options.AddDocumentTransformer((document, _, _) =>
    {
        document.Info = new()
        {
            Title = "DTI",
            Version = "v1",
            Description = "Data development of public agencies: submissions, verification, published editions. Every fault is RFC 9457 problem details with a stable code.",
        };
        var scheme = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "dti_…" };
        document.AddComponent("bearer", scheme);
        document.Security = [new() { [new OpenApiSecuritySchemeReference("bearer", document)] = [] }];
        return Task.CompletedTask;
    });
}
