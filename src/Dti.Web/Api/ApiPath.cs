namespace Dti.Web.Api;

internal static class ApiPath
{
    /// <summary>Paths that programs call: they get problem details, never a page or a redirect.</summary>
    public static bool IsApi(this HttpContext http) =>
        http.Request.Path.StartsWithSegments("/api") || http.Request.Path.StartsWithSegments("/health")
        || http.Request.Path.StartsWithSegments("/openapi") || http.Request.Path.StartsWithSegments("/.well-known");
}
