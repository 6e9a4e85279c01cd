using Dti.Assessment.Tests.Storage;
using Dti.Web.Tests.Access;

namespace Dti.Web.Tests.Api;

/// <summary>The whole host on SQLite.</summary>
public sealed class SqliteWorld : World;

/// <summary>The whole host on a PostgreSQL of its own.</summary>
public sealed class PostgresWorld : World
{
    private readonly PostgresServer _server = new();

    protected override async Task<string?> ConnectionStringAsync()
    {
        await _server.InitializeAsync();
        return await _server.CreateDatabaseAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _server.DisposeAsync();
    }
}

[CollectionDefinition(nameof(SqliteWorld))]
public sealed class SqliteWorldCollection : ICollectionFixture<SqliteWorld>;

[CollectionDefinition(nameof(PostgresWorld))]
public sealed class PostgresWorldCollection : ICollectionFixture<PostgresWorld>;

[Collection(nameof(SqliteWorld))]
public sealed class EvidenceTestsOnSqlite(SqliteWorld world) : EvidenceTests(world);

[Collection(nameof(PostgresWorld))]
public sealed class EvidenceTestsOnPostgres(PostgresWorld world) : EvidenceTests(world);

[Collection(nameof(SqliteWorld))]
public sealed class FaultTestsOnSqlite(SqliteWorld world) : FaultTests(world);

[Collection(nameof(PostgresWorld))]
public sealed class FaultTestsOnPostgres(PostgresWorld world) : FaultTests(world);

[Collection(nameof(SqliteWorld))]
public sealed class ReferenceTestsOnSqlite(SqliteWorld world) : ReferenceTests(world);

[Collection(nameof(PostgresWorld))]
public sealed class ReferenceTestsOnPostgres(PostgresWorld world) : ReferenceTests(world);

[Collection(nameof(SqliteWorld))]
public sealed class RightsTestsOnSqlite(SqliteWorld world) : RightsTests(world);

[Collection(nameof(PostgresWorld))]
public sealed class RightsTestsOnPostgres(PostgresWorld world) : RightsTests(world);

[Collection(nameof(SqliteWorld))]
public sealed class RoundTestsOnSqlite(SqliteWorld world) : RoundTests(world);

[Collection(nameof(PostgresWorld))]
public sealed class RoundTestsOnPostgres(PostgresWorld world) : RoundTests(world);

[Collection(nameof(SqliteWorld))]
public sealed class SignInTestsOnSqlite(SqliteWorld world) : SignInTests(world);

[Collection(nameof(PostgresWorld))]
public sealed class SignInTestsOnPostgres(PostgresWorld world) : SignInTests(world);

[Collection(nameof(SqliteWorld))]
public sealed class SubmissionTestsOnSqlite(SqliteWorld world) : SubmissionTests(world);

[Collection(nameof(PostgresWorld))]
public sealed class SubmissionTestsOnPostgres(PostgresWorld world) : SubmissionTests(world);

[Collection(nameof(SqliteWorld))]
public sealed class VerificationTestsOnSqlite(SqliteWorld world) : VerificationTests(world);

[Collection(nameof(PostgresWorld))]
public sealed class VerificationTestsOnPostgres(PostgresWorld world) : VerificationTests(world);
