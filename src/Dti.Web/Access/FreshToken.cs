using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Dti.Web.Access;

/// <summary>Carries a new token from the form's post to the page that shows it once: a sealed cookie of two minutes, gone when read.</summary>
public sealed class FreshToken(IDataProtectionProvider protection)
{
    private const string Cookie = "dti-token";
    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("dti.fresh-token").ToTimeLimitedDataProtector();

    internal void Put(HttpContext http, string secret) => http.Response.Cookies.Append(Cookie, _seal.Protect(secret, TimeSpan.FromMinutes(2)), Options(http));

    /// <summary>The token just made, once; null when there is none.</summary>
    public string? Take(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { } sealedText)
            return null;
        http.Response.Cookies.Delete(Cookie, Options(http));
        try
        {
            return _seal.Unprotect(sealedText);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static CookieOptions Options(HttpContext http) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = http.Request.IsHttps,
        Path = "/tai-khoan",
        MaxAge = TimeSpan.FromMinutes(2),
    };
}
