using System.Security.Claims;
using Dti.Assessment.Submissions;

namespace Dti.Web.Access;

/// <summary>The one place where a signed-in person becomes an <see cref="Actor"/>, and back.</summary>
public static class Principals
{
    internal const string UnitClaim = "dti:unit";
    internal const string ScopeClaim = "dti:scope";
    internal const string StampClaim = "dti:stamp";
    internal const string TokenClaim = "dti:token";
    internal const string MustChangeClaim = "dti:must-change";

    public static ClaimsPrincipal Of(Account account, Role role, string scheme, string? tokenId = null)
    {
        var identity = new ClaimsIdentity(scheme, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new(ClaimTypes.Name, account.Name));
        identity.AddClaim(new(ClaimTypes.Role, role.Name()));
        identity.AddClaim(new(StampClaim, account.Stamp));
        if (account.Unit is { } unit)
            identity.AddClaim(new(UnitClaim, unit));
        if (account.Scope is { } scope)
            identity.AddClaim(new(ScopeClaim, scope));
        if (account.MustChange)
            identity.AddClaim(new(MustChangeClaim, "1"));
        if (tokenId is not null)
            identity.AddClaim(new(TokenClaim, tokenId));
        return new(identity);
    }

    /// <exception cref="InvalidOperationException">Nobody is signed in: the endpoint lacks its authorisation.</exception>
    public static Actor ActorOf(ClaimsPrincipal user) =>
        RoleOf(user) is { } role && user.Identity?.Name is { } name
            ? new(name, role, user.FindFirstValue(UnitClaim))
            : throw new InvalidOperationException("An actor is asked for where nobody is signed in.");

    public static Role? RoleOf(ClaimsPrincipal user) => RoleNames.Parse(user.FindFirstValue(ClaimTypes.Role));

    public static AccountScope ScopeOf(ClaimsPrincipal user) => AccountScope.Parse(user.FindFirstValue(ScopeClaim)) ?? AccountScope.Everything;

    /// <summary>Whether the account still has its one-time password.</summary>
    public static bool MustChange(ClaimsPrincipal user) => user.HasClaim(MustChangeClaim, "1");

    public static bool May(this ClaimsPrincipal user, Right right) => RoleOf(user) is { } role && Rights.Of(role, right) is not null;

    public static bool May(this ClaimsPrincipal user, Right right, string unit) =>
        RoleOf(user) is { } role && Rights.Of(role, right) switch
        {
            Reach.Everything => true,
            Reach.Scope => ScopeOf(user).CoversUnit(unit),
            Reach.OwnUnit => user.FindFirstValue(UnitClaim) == unit,
            _ => false,
        };

    /// <summary>The unit a reading is limited to; null when it is not.</summary>
    public static string? OnlyUnit(this ClaimsPrincipal user, Right right) =>
        RoleOf(user) is { } role && Rights.Of(role, right) == Reach.OwnUnit ? user.FindFirstValue(UnitClaim) ?? "" : null;
}
