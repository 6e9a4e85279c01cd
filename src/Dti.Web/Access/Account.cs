using Dti.Assessment.Submissions;

namespace Dti.Web.Access;

/// <summary>Who may sign in. <see cref="Unit"/> is null for the whole province; <see cref="Stamp"/> changes with the password and ends older sign-ins.</summary>
public sealed record Account(string Name, Role Role, string? Unit, string? Scope, bool MustChange, bool Disabled, DateTimeOffset CreatedAt, string Stamp);

/// <summary>A bearer token as its owner sees it; the secret itself is shown once and never kept.</summary>
public sealed record AccountToken(string Id, Role? Role, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt, bool Revoked);

/// <summary>An account with the token it came in by, and the role that holds for the call.</summary>
public sealed record TokenBearer(Account Account, string TokenId, Role Role);

/// <summary>What was asked of an account and cannot be; the code is stable, the message says what would be right.</summary>
public sealed class AccountException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}
