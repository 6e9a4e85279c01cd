using Dti.Web.Pages.Public;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dti.Web.Pages;

/// <summary>
/// A refusal without a body, or a fault, gets a page. Not by the framework's status code pages: components write no body once the status
/// is 404, so the status is set as the answer starts.
/// </summary>
internal static class FaultPages
{
    public static void UseFaultPages(this IApplicationBuilder pages)
    {
        pages.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = http => ShowAsync(http, StatusCodes.Status500InternalServerError),
            CreateScopeForErrors = true,
            AllowStatusCode404Response = true,
        });
        pages.Use(async (http, next) =>
        {
            await next(http);
            int status = http.Response.StatusCode;
            if (status >= 400 && !http.Response.HasStarted && http.Response.ContentLength is null or 0)
                await ShowAsync(http, status);
        });
    }

    /// <summary>The status the answer will have, while components render as for any page.</summary>
    public static void AnswerWith(this HttpContext http, int status)
    {
        if (http.Response.HasStarted)
            return;
        http.Response.StatusCode = StatusCodes.Status200OK;
        http.Response.OnStarting(() =>
        {
            http.Response.StatusCode = status;
            return Task.CompletedTask;
        });
    }

    private static Task ShowAsync(HttpContext http, int status)
    {
        // A refused form has got this far with it already, and a second one is a fault.
        http.Response.Headers.Remove("blazor-enhanced-nav");
        http.AnswerWith(status);
        return new RazorComponentResult<FaultDocument>(new Dictionary<string, object?> { [nameof(FaultDocument.Status)] = status }).ExecuteAsync(http);
    }
}
