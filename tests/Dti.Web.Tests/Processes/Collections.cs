using Dti.Assessment.Tests.Storage;

namespace Dti.Web.Tests.Processes;

/// <summary>Whole servers under load: one test at a time, so that none starves another.</summary>
[CollectionDefinition(nameof(ServerProcesses), DisableParallelization = true)]
public sealed class ServerProcesses;

[CollectionDefinition(nameof(PostgresProcesses), DisableParallelization = true)]
public sealed class PostgresProcesses : ICollectionFixture<PostgresServer>;
