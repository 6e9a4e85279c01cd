using System.Text.Encodings.Web;
using Dti.Web.Api;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Dti.Web.Access;

/// <summary>Reads <c>Authorization: Bearer dti_…</c>; answers problem details, never a redirect.</summary>
internal sealed class BearerHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Accounts accounts)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Prefix = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        string header = Request.Headers.Authorization.ToString();
        if (header.Length == 0)
            return AuthenticateResult.NoResult();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
            || await accounts.FindByTokenAsync(header[Prefix.Length..].Trim(), Context.RequestAborted) is not { } bearer)
            return AuthenticateResult.Fail("unknown or revoked token");
        return AuthenticateResult.Success(new(Principals.Of(bearer.Account, bearer.Role, Scheme.Name, bearer.TokenId), Scheme.Name));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        bool refused = Request.Headers.ContainsKey(HeaderNames.Authorization);
        Response.Headers.WWWAuthenticate = refused ? "Bearer error=\"invalid_token\"" : "Bearer";
        await Problems.Unauthorised(refused).ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Problems.Forbidden().ExecuteAsync(Context);
}
