using Dti.Web.Api;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace Dti.Web.Access;

/// <summary>Two ways in: a cookie for people's pages, a bearer token for programs.</summary>
public static class AccessSetup
{
    public const string CookieScheme = "cookie";
    public const string BearerScheme = "bearer";
    private const string Chosen = "dti";

    /// <summary>Accounts alone, for commands on the store of a stopped or running server.</summary>
    public static IServiceCollection AddDtiAccounts(this IServiceCollection services) =>
        services.AddSingleton<Accounts>().AddSingleton<SignIns>();

    public static IServiceCollection AddDtiAccess(this IServiceCollection services)
    {
        services.AddDtiAccounts();
        services.AddAuthentication(Chosen)
            .AddPolicyScheme(Chosen, null, options => options.ForwardDefaultSelector = SchemeOf)
            .AddScheme<AuthenticationSchemeOptions, BearerHandler>(BearerScheme, null)
            .AddCookie(CookieScheme, Cookie);
        services.AddAuthorization(options =>
        {
            foreach (var right in Enum.GetValues<Right>())
                options.AddPolicy(right.ToString(), policy => policy.RequireAuthenticatedUser().RequireAssertion(context => context.User.May(right)));
        });
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "dti-form";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddDataProtection().SetApplicationName("dti");
        services.AddSingleton<SessionKeys>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(options => options.XmlRepository = provider.GetRequiredService<SessionKeys>()));
        return services;
    }

    /// <summary>
    /// A cookie never carries a write of the API: another site's form can make a browser send it. So it is not even read there.
    /// </summary>
    private static string SchemeOf(HttpContext http) =>
        http.Request.Headers.ContainsKey("Authorization") || (http.IsApi() && !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
            ? BearerScheme
            : CookieScheme;

    private static void Cookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "dti";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromHours(8);
        options.SlidingExpiration = true;
        options.LoginPath = "/dang-nhap";
        options.AccessDeniedPath = "/khong-duoc-phep";
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnRedirectToLogin = context => context.HttpContext.IsApi()
            ? Problems.Unauthorised(refused: false).ExecuteAsync(context.HttpContext)
            : Redirect(context);
        options.Events.OnRedirectToAccessDenied = context => context.HttpContext.IsApi()
            ? Problems.Forbidden().ExecuteAsync(context.HttpContext)
            : Redirect(context);
        options.Events.OnValidatePrincipal = StillHolds;
    }

    private static Task Redirect(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    /// <summary>Disabling an account or changing its password or role ends its sign-ins at once.</summary>
    private static async Task StillHolds(CookieValidatePrincipalContext context)
    {
        var accounts = context.HttpContext.RequestServices.GetRequiredService<Accounts>();
        var account = context.Principal?.Identity?.Name is { } name ? await accounts.FindAsync(name, context.HttpContext.RequestAborted) : null;
        if (account is { Disabled: false } && context.Principal!.HasClaim(Principals.StampClaim, account.Stamp) && Principals.RoleOf(context.Principal) == account.Role)
            return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(CookieScheme);
    }
}
