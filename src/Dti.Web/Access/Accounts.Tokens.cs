using System.Buffers.Text;
using System.Security.Cryptography;
using Dapper;
using Dti.Assessment.Submissions;

namespace Dti.Web.Access;

/// <summary>Bearer tokens: 256 random bits, of which only the SHA-256 is kept.</summary>
public sealed partial class Accounts
{
    public const string TokenPrefix = "dti_";
    private static readonly TimeSpan UseNotedEvery = TimeSpan.FromHours(1);

    /// <summary>Makes a token with the account's rights, or fewer; the answer is the only time it is seen.</summary>
    /// <exception cref="AccountException">No such account, or the role is not within the account's own.</exception>
    public async Task<string> IssueTokenAsync(string name, string? role = null, CancellationToken cancellation = default)
    {
        var account = await FindAsync(name, cancellation)
            ?? throw new AccountException("account-unknown", $"There is no account \"{name}\": add it with `dti user add`.");
        if (account.Disabled)
            throw new AccountException("account-disabled", $"The account \"{name}\" is disabled.");
        if (role is not null && (RoleNames.Parse(role) is not { } wanted || !account.Role.MayIssue(wanted)))
            throw new AccountException("role-beyond", $"A token of \"{name}\" cannot have the role \"{role}\": it has {account.Role.Name()} or fewer rights.");
        string secret = TokenPrefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        await using var connection = await database.OpenAsync(cancellation);
        await connection.ExecuteAsync(
            "INSERT INTO token (id, account, hash, role, created_at, last_used_at, revoked) VALUES (@id, @name, @hash, @role, @now, NULL, 0)",
            new { id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), name, hash = Sha256(secret), role, now = Now() });
        return secret;
    }

    /// <summary>Null for a token that is unknown, revoked, of a disabled account, or beyond what its account may do by now.</summary>
    public async Task<TokenBearer?> FindByTokenAsync(string secret, CancellationToken cancellation = default)
    {
        if (secret.Length > 100 || !secret.StartsWith(TokenPrefix, StringComparison.Ordinal))
            return null;
        await using var connection = await database.OpenAsync(cancellation);
        var row = await connection.QuerySingleOrDefaultAsync<BearerRow>(
            """
            SELECT a.name AS Name, a.role AS Role, a.unit AS Unit, a.scope AS Scope, a.password_hash AS PasswordHash, a.must_change AS MustChange,
                   a.disabled AS Disabled, a.created_at AS CreatedAt, t.id AS TokenId, t.role AS TokenRole, t.last_used_at AS LastUsedAt
              FROM token t JOIN account a ON a.name = t.account WHERE t.hash = @hash AND t.revoked = 0
            """,
            new { hash = Sha256(secret) });
        if (row is null || row.Disabled != 0)
            return null;
        var account = row.ToAccount();
        var role = row.TokenRole is null ? account.Role : RoleNames.Parse(row.TokenRole);
        if (role is not { } held || !account.Role.MayIssue(held))
            return null;
        // Once an hour is enough to see which tokens are alive, and spares a write a call.
        if (row.LastUsedAt is null || time.GetUtcNow() - Time(row.LastUsedAt) > UseNotedEvery)
            await connection.ExecuteAsync("UPDATE token SET last_used_at = @now WHERE id = @id", new { id = row.TokenId, now = Now() });
        return new(account, row.TokenId, held);
    }

    public async Task<IReadOnlyList<AccountToken>> TokensAsync(string name, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var rows = await connection.QueryAsync<TokenRow>(
            "SELECT id AS Id, role AS Role, created_at AS CreatedAt, last_used_at AS LastUsedAt, revoked AS Revoked FROM token WHERE account = @name ORDER BY created_at",
            new { name });
        return [.. rows.Select(row => new AccountToken(
            row.Id, RoleNames.Parse(row.Role), Time(row.CreatedAt), row.LastUsedAt is null ? null : Time(row.LastUsedAt), row.Revoked != 0))];
    }

    /// <summary>Only the owner's own token; answers whether there was one.</summary>
    public async Task<bool> RevokeTokenAsync(string name, string id, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ExecuteAsync("UPDATE token SET revoked = 1 WHERE id = @id AND account = @name", new { id, name }) == 1;
    }

    private sealed class BearerRow : AccountRow
    {
        public string TokenId { get; set; } = "";
        public string? TokenRole { get; set; }
        public string? LastUsedAt { get; set; }
    }

    private sealed class TokenRow
    {
        public string Id { get; set; } = "";
        public string? Role { get; set; }
        public string CreatedAt { get; set; } = "";
        public string? LastUsedAt { get; set; }
        public long Revoked { get; set; }
    }
}
