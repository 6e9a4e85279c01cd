namespace Dti.Web.Pages;

/// <summary>
/// A refusal without a body gets a page. Not by the framework's status code pages: components write no body once the status is 404, so
/// the status is set as the answer starts.
/// </summary>
internal static class FaultPages
{
    private const string Refused = "dti.refused";

    public static void UseFaultPages(this IApplicationBuilder pages)
    {
        pages.Use(async (http, next) =>
        {
            await next(http);
            int status = http.Response.StatusCode;
            if (status < 400 || http.Response.HasStarted || http.Response.ContentLength > 0)
                return;
            http.Items[Refused] = true;
            http.Request.Method = HttpMethods.Get;
            http.Request.Path = $"/loi/{status}";
            http.Request.RouteValues.Clear();
            http.SetEndpoint(null);
            http.AnswerWith(status);
            await next(http);
        });
        pages.UseRouting();
        // The page shown in place was found after the pipeline's own check ran; a form must not be checked twice.
        pages.UseWhen(http => http.Items.ContainsKey(Refused), again => again.UseAntiforgery());
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
}
