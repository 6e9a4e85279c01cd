namespace Dti.Web.Hosting;

/// <summary>Pages answer GET only; a HEAD for one is answered as its GET without the body (RFC 9110, 9.3.2).</summary>
internal static class HeadRequests
{
    public static IApplicationBuilder UseHeadAsGet(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (!HttpMethods.IsHead(http.Request.Method))
            return next(http);
        http.Request.Method = HttpMethods.Get;
        http.Response.Body = Stream.Null;
        return next(http);
    });
}
