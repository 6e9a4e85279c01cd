using Dti.Assessment.Submissions;

namespace Dti.Web.Access;

/// <summary>Roles as people write them, and which fewer rights a token may ask for.</summary>
public static class RoleNames
{
    /// <summary>Roles an account can have; <see cref="Role.System"/> is the platform itself and signs in nowhere.</summary>
    public static IReadOnlyList<Role> All { get; } = [Role.Officer, Role.Leader, Role.Verifier, Role.Soict, Role.Committee, Role.Admin];

    public static string Name(this Role role) => role.ToString().ToLowerInvariant();

    public static Role? Parse(string? text)
    {
        foreach (var role in All)
            if (role.Name() == text)
                return role;
        return null;
    }

    /// <summary>Officers and leaders act for one unit, everybody else for the province.</summary>
    public static bool BelongsToUnit(this Role role) => role is Role.Officer or Role.Leader;

    /// <summary>A token has its user's rights or fewer.</summary>
    public static bool MayIssue(this Role account, Role token) => account == token || (account, token) switch
    {
        (Role.Leader, Role.Officer) => true,
        (Role.Soict, Role.Committee) => true,
        _ => false,
    };
}
