using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Dti.Assessment.Storage;
using Dti.Assessment.Submissions;
using Microsoft.AspNetCore.Identity;

namespace Dti.Web.Access;

/// <summary>
/// Accounts of people, on the store's own tables so that commands and every server of a cluster see the same. Passwords are hashed
/// by ASP.NET Core Identity's hasher.
/// </summary>
public sealed partial class Accounts(IDatabase database, TimeProvider time)
{
    private const string Columns =
        "name AS Name, role AS Role, unit AS Unit, scope AS Scope, password_hash AS PasswordHash, must_change AS MustChange, disabled AS Disabled, created_at AS CreatedAt";

    private static readonly PasswordHasher<Account> Hasher = new();
    private static readonly string NobodysHash = Hasher.HashPassword(null!, "nobody has this password");

    /// <summary>Adds an account and answers its one-time password.</summary>
    /// <exception cref="AccountException">The name, role, unit or scope cannot be.</exception>
    public async Task<string> AddAsync(
        string name, string role, string? unit = null, string? scope = null, Func<string, bool>? knowsUnit = null, bool mustChange = true,
        CancellationToken cancellation = default)
    {
        var parsed = AccountRules.CheckNew(name, role, unit, scope, knowsUnit);
        string password = OneTimePassword.Make();
        await using var connection = await database.OpenAsync(cancellation);
        int added = await connection.ExecuteAsync(
            """
            INSERT INTO account (name, role, unit, scope, password_hash, must_change, disabled, created_at)
            VALUES (@name, @role, @unit, @scope, @hash, @mustChange, 0, @now) ON CONFLICT DO NOTHING
            """,
            new
            {
                name,
                role = parsed.Name(),
                unit = string.IsNullOrEmpty(unit) ? null : unit,
                scope = string.IsNullOrEmpty(scope) ? null : scope,
                hash = Hasher.HashPassword(null!, password),
                mustChange = mustChange ? 1 : 0,
                now = Now(),
            });
        return added == 1 ? password : throw new AccountException("account-exists", $"There is an account \"{name}\" already: choose another name.");
    }

    public async Task<Account?> FindAsync(string name, CancellationToken cancellation = default) => (await RowAsync(name, cancellation))?.ToAccount();

    public async Task<IReadOnlyList<Account>> ListAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return [.. (await connection.QueryAsync<AccountRow>($"SELECT {Columns} FROM account ORDER BY name")).Select(row => row.ToAccount())];
    }

    /// <summary>The account when the password is its own and it is not disabled. Takes as long for a name nobody has.</summary>
    public async Task<Account?> VerifyAsync(string name, string password, CancellationToken cancellation = default)
    {
        var row = await RowAsync(name, cancellation);
        var verdict = AccountRules.Normal(password) is { } normal
            ? Hasher.VerifyHashedPassword(null!, row?.PasswordHash ?? NobodysHash, normal)
            : PasswordVerificationResult.Failed;
        if (row is null || row.Disabled != 0 || verdict == PasswordVerificationResult.Failed)
            return null;
        return row.ToAccount();
    }

    /// <exception cref="AccountException">The old password is wrong or the new one is too weak.</exception>
    public async Task<Account> ChangePasswordAsync(string name, string old, string fresh, CancellationToken cancellation = default)
    {
        if (await VerifyAsync(name, old, cancellation) is null)
            throw new AccountException("password-wrong", "The old password is wrong.");
        AccountRules.CheckPassword(name, fresh);
        if (AccountRules.Normal(fresh) is not { } normal || normal == AccountRules.Normal(old))
            throw new AccountException("password-same", "The new password is the old one.");
        await using var connection = await database.OpenAsync(cancellation);
        await connection.ExecuteAsync(
            "UPDATE account SET password_hash = @hash, must_change = 0 WHERE name = @name",
            new { name, hash = Hasher.HashPassword(null!, normal) });
        return await FindAsync(name, cancellation) ?? throw new AccountException("account-unknown", $"There is no account \"{name}\".");
    }

    /// <summary>Gives an account a new one-time password; its sign-ins stop at once. For those who lost theirs.</summary>
    /// <exception cref="AccountException">There is no such account.</exception>
    public async Task<string> ResetPasswordAsync(string name, bool mustChange = true, CancellationToken cancellation = default)
    {
        string password = OneTimePassword.Make();
        await using var connection = await database.OpenAsync(cancellation);
        int found = await connection.ExecuteAsync(
            "UPDATE account SET password_hash = @hash, must_change = @mustChange WHERE name = @name",
            new { name, hash = Hasher.HashPassword(null!, password), mustChange = mustChange ? 1 : 0 });
        return found == 1 ? password : throw new AccountException("account-unknown", $"There is no account \"{name}\": add it with `dti user add`.");
    }

    /// <summary>Ends or allows an account; its sign-ins and tokens stop at once.</summary>
    public async Task DisableAsync(string name, bool disabled, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        if (await connection.ExecuteAsync("UPDATE account SET disabled = @disabled WHERE name = @name", new { name, disabled = disabled ? 1 : 0 }) == 0)
            throw new AccountException("account-unknown", $"There is no account \"{name}\".");
    }

    private async Task<AccountRow?> RowAsync(string name, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<AccountRow>($"SELECT {Columns} FROM account WHERE name = @name", new { name });
    }

    private string Now() => Text(time.GetUtcNow());

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private class AccountRow
    {
        public string Name { get; set; } = "";
        public string Role { get; set; } = "";
        public string? Unit { get; set; }
        public string? Scope { get; set; }
        public string PasswordHash { get; set; } = "";
        public long MustChange { get; set; }
        public long Disabled { get; set; }
        public string CreatedAt { get; set; } = "";

        public Account ToAccount() => new(
            Name,
            RoleNames.Parse(Role) ?? throw new AccountException("role-unknown", $"The account \"{Name}\" has the unknown role \"{Role}\"."),
            Unit, Scope, MustChange != 0, Disabled != 0, Time(CreatedAt), Sha256(PasswordHash)[..16]);
    }
}
