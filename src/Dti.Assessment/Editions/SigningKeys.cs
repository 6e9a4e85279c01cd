using Dapper;
using Dti.Assessment.Storage;

namespace Dti.Assessment.Editions;

/// <summary>The key editions are signed with, made on first use and shared by every server of the store; retired keys stay public.</summary>
public sealed class SigningKeys(IDatabase database, DomainClock time)
{
    private const string Latest = "select pem from signing_key order by created_at desc, id desc";

    public async Task<EditionSigner> SignerAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        if (await connection.QueryFirstOrDefaultAsync<string>(Latest) is { } known)
            return EditionSigner.FromPem(known);
        // Two servers may start at once: the fixed id lets one of the two keys in, and both read that one.
        await connection.ExecuteAsync(
            "insert into signing_key (id, pem, created_at) values (@id, @pem, @at) on conflict (id) do nothing",
            new { id = "1", pem = EditionSigner.NewPem(), at = time.GetUtcNow().ToString("O") });
        return EditionSigner.FromPem(await connection.QueryFirstAsync<string>(Latest));
    }

    public async Task<EditionKeySet> PublicAsync(CancellationToken cancellation = default)
    {
        var signer = await SignerAsync(cancellation);
        await using var connection = await database.OpenAsync(cancellation);
        var all = await connection.QueryAsync<string>(Latest);
        return signer.KeySet(all.Select(pem => EditionSigner.FromPem(pem).PublicKey));
    }
}
