using System.Globalization;
using Dapper;
using Dti.Assessment.Storage;

namespace Dti.Web.Access;

/// <summary>
/// Counts failed sign-ins in the store, so that all servers of a cluster lock together. Names nobody has are counted alike: a lock
/// tells nothing about which accounts exist. Rows older than the lock are dropped, which bounds the table.
/// </summary>
public sealed class SignIns(Accounts accounts, IDatabase database, TimeProvider time)
{
    public const int FailuresAllowed = 5;
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    public async Task<SignInAnswer> TryAsync(string name, string password, CancellationToken cancellation = default)
    {
        string key = name.Trim().ToLowerInvariant();
        if (key.Length is 0 or > 64)
            return new(null, SignInFault.Wrong);
        if (await FailuresAsync(key, cancellation) >= FailuresAllowed)
            return new(null, SignInFault.Locked);
        if (await accounts.VerifyAsync(key, password, cancellation) is { } account)
        {
            await ForgetAsync(key, cancellation);
            return new(account, null);
        }
        await NoteAsync(key, cancellation);
        return new(null, SignInFault.Wrong);
    }

    private string Oldest => Text(time.GetUtcNow() - LockedFor);

    private async Task<long> FailuresAsync(string name, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ExecuteScalarAsync<long?>(
            "SELECT failures FROM sign_in_failure WHERE name = @name AND last_at > @oldest", new { name, oldest = Oldest }) ?? 0;
    }

    private async Task NoteAsync(string name, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await connection.ExecuteAsync("DELETE FROM sign_in_failure WHERE last_at <= @oldest", new { oldest = Oldest });
        await connection.ExecuteAsync(
            """
            INSERT INTO sign_in_failure (name, failures, last_at) VALUES (@name, 1, @now)
            ON CONFLICT (name) DO UPDATE SET failures = sign_in_failure.failures + 1, last_at = excluded.last_at
            """,
            new { name, now = Text(time.GetUtcNow()) });
    }

    private async Task ForgetAsync(string name, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await connection.ExecuteAsync("DELETE FROM sign_in_failure WHERE name = @name", new { name });
    }

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}

public enum SignInFault { Wrong, Locked }

public sealed record SignInAnswer(Account? Account, SignInFault? Fault);
