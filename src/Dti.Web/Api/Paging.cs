using Microsoft.AspNetCore.Http.HttpResults;

namespace Dti.Web.Api;

/// <summary>A page of a list: ask again with <c>after</c> = <see cref="Next"/>; null at the end.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

internal static class Paging
{
    public const int Usual = 200;
    public const int Most = 1000;

    public static ProblemHttpResult? Fault(int? limit) => limit is null or (>= 1 and <= Most)
        ? null
        : Problems.Of(400, "limit", $"“limit” là số từ 1 đến {Most}.");

    public static async Task<Page<T>> PageAsync<T>(this IAsyncEnumerable<T> rows, Func<T, string> key, int? limit, string? after)
    {
        var items = new List<T>();
        await foreach (var row in rows)
        {
            if (after is not null && string.CompareOrdinal(key(row), after) <= 0)
                continue;
            if (items.Count == (limit ?? Usual))
                return new(items, key(items[^1]));
            items.Add(row);
        }
        return new(items, null);
    }
}
