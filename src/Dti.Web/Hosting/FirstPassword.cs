using Dti.Web.Access;
using Dti.Web.Api;

namespace Dti.Web.Hosting;

/// <summary>Who signed in with a one-time password goes nowhere but to the page that changes it.</summary>
internal static class FirstPassword
{
    private const string Page = "/tai-khoan";

    public static IApplicationBuilder UseFirstPassword(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (!Principals.MustChange(http.User) || http.IsApi() || http.GetEndpoint() is not { } endpoint || IsOpen(endpoint)
            || http.Request.Path.StartsWithSegments(Page) || http.Request.Path.StartsWithSegments("/dang-xuat"))
        {
            return next(http);
        }
        http.Response.Redirect(Page);
        return Task.CompletedTask;
    });

    /// <summary>What anybody may read without signing in is not held back.</summary>
    private static bool IsOpen(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAuthorizeData>() is null
        || endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAllowAnonymous>() is not null;
}
