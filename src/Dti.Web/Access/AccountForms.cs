using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Dti.Web.Access;

/// <summary>What the forms of the sign-in and account pages post to. Pages render them; faults go back as <c>?loi=</c> codes.</summary>
public static class AccountForms
{
    internal const string SignInRates = "sign-in";

    public static void MapAccountForms(this IEndpointRouteBuilder routes)
    {
        // The page at the same address takes posts too: these come first.
        var forms = routes.MapGroup("").WithOrder(-1).ExcludeFromDescription().DisableAntiforgery().AddEndpointFilter(FromOurForm);
        forms.MapPost("/dang-nhap", SignIn).RequireRateLimiting(SignInRates);
        forms.MapPost("/dang-xuat", SignOut);
        var own = forms.MapGroup("/tai-khoan").RequireAuthorization();
        own.MapPost("/mat-khau", ChangePassword).RequireRateLimiting(SignInRates);
        own.MapPost("/token", IssueToken);
        own.MapPost("/token/{id}/thu-hoi", RevokeToken);
    }

    /// <summary>A form of another site, or of ours gone stale, leads back to a fresh one; the framework's own check would only say 400.</summary>
    private static async ValueTask<object?> FromOurForm(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
            return await next(context);
        return TypedResults.LocalRedirect(http.Request.Path.StartsWithSegments("/tai-khoan") ? "/tai-khoan?loi=het-han" : "/dang-nhap?loi=het-han");
    }

    private static async Task<RedirectHttpResult> SignIn(
        HttpContext http, SignIns signIns, [FromForm] string? name, [FromForm] string? password, [FromForm] string? returnUrl)
    {
        string target = Local(returnUrl) ?? "/";
        var answer = await signIns.TryAsync(name ?? "", password ?? "", http.RequestAborted);
        if (answer.Account is not { } account)
        {
            string code = answer.Fault == SignInFault.Locked ? "khoa" : "sai";
            return TypedResults.LocalRedirect($"/dang-nhap?loi={code}&returnUrl={Uri.EscapeDataString(target)}");
        }
        await http.SignInAsync(AccessSetup.CookieScheme, Principals.Of(account, account.Role, AccessSetup.CookieScheme));
        return TypedResults.LocalRedirect(account.MustChange ? "/tai-khoan?loi=doi-mat-khau" : target);
    }

    private static async Task<RedirectHttpResult> SignOut(HttpContext http, [FromForm] string? returnUrl)
    {
        await http.SignOutAsync(AccessSetup.CookieScheme);
        return TypedResults.LocalRedirect(Local(returnUrl) ?? "/");
    }

    private static async Task<RedirectHttpResult> ChangePassword(
        HttpContext http, Accounts accounts, SignIns signIns, [FromForm] string? old, [FromForm] string? fresh, [FromForm] string? repeat)
    {
        if (fresh != repeat)
            return TypedResults.LocalRedirect("/tai-khoan?loi=khong-khop");
        string name = Principals.ActorOf(http.User).Name;
        // A stolen session must not become a way around the lock.
        if ((await signIns.TryAsync(name, old ?? "", http.RequestAborted)).Fault is { } refusal)
            return TypedResults.LocalRedirect(refusal == SignInFault.Locked ? "/tai-khoan?loi=khoa" : "/tai-khoan?loi=mat-khau-cu");
        try
        {
            var account = await accounts.ChangePasswordAsync(name, old ?? "", fresh ?? "", http.RequestAborted);
            await http.SignInAsync(AccessSetup.CookieScheme, Principals.Of(account, account.Role, AccessSetup.CookieScheme));
            return TypedResults.LocalRedirect("/tai-khoan?xong=mat-khau");
        }
        catch (AccountException fault)
        {
            return TypedResults.LocalRedirect($"/tai-khoan?loi={fault.Code}");
        }
    }

    private static async Task<RedirectHttpResult> IssueToken(HttpContext http, Accounts accounts, FreshToken fresh, [FromForm] string? role)
    {
        try
        {
            fresh.Put(http, await accounts.IssueTokenAsync(Principals.ActorOf(http.User).Name, string.IsNullOrEmpty(role) ? null : role, http.RequestAborted));
            return TypedResults.LocalRedirect("/tai-khoan?xong=token");
        }
        catch (AccountException fault)
        {
            return TypedResults.LocalRedirect($"/tai-khoan?loi={fault.Code}");
        }
    }

    private static async Task<RedirectHttpResult> RevokeToken(HttpContext http, Accounts accounts, string id, [FromForm] string? returnUrl)
    {
        bool found = await accounts.RevokeTokenAsync(Principals.ActorOf(http.User).Name, id, http.RequestAborted);
        return TypedResults.LocalRedirect(Local(returnUrl) ?? (found ? "/tai-khoan?xong=thu-hoi" : "/tai-khoan?loi=token-unknown"));
    }

    /// <summary>Only an address on this site; <c>//host</c> and <c>/\host</c> are other sites to a browser.</summary>
    internal static string? Local(string? url) =>
        url is ['/', ..] && (url.Length == 1 || url[1] is not ('/' or '\\')) && !url.Any(char.IsControl) ? url : null;
}
