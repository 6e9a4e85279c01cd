using Dapper;
using Dti.Assessment.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dti.Web.Api;

/// <summary>Live touches nothing, so that a slow store restarts no server; ready reaches the store, so that none is sent calls it cannot answer.</summary>
internal static class HealthRoutes
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => TypedResults.Text("live")).ExcludeFromDescription();
        routes.MapGet("/health/ready", Ready).ExcludeFromDescription();
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> Ready(IDatabase database, ILogger<IDatabase> logger, CancellationToken cancellation)
    {
        try
        {
            await Reach(database).WaitAsync(Patience, cancellation);
            return TypedResults.Text("ready");
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            logger.LogWarning(fault, "The store cannot be reached");
            return Problems.Of(503, "not-ready", "Kho dữ liệu chưa sẵn sàng.");
        }
    }

    private static async Task Reach(IDatabase database)
    {
        await using var connection = await database.OpenAsync();
        await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM session_key");
    }
}
