namespace Dti.Assessment.Harvesting;

/// <summary>Where a reader's requests go: a live portal or a recording of one. A reader knows neither.</summary>
public interface IPortalResponses
{
    Task<RecordedResponse> GetAsync(Uri request, CancellationToken cancellation);
}

/// <summary>Why there is no answer at all.</summary>
public enum NoAnswer
{
    /// <summary>There is an answer.</summary>
    None,
    /// <summary>Name not found, connection refused, TLS failure, time-out.</summary>
    Unreachable,
    /// <summary>We did not ask: the address is not one we may reach.</summary>
    Refused,
}

/// <summary>One answer, redirects not followed. <see cref="Status"/> is 0 where there was no answer.</summary>
public sealed record RecordedResponse(int Status, string? ContentType, ReadOnlyMemory<byte> Body)
{
    public string? Location { get; init; }
    public NoAnswer NoAnswer { get; init; }
    /// <summary>What happened, where there was no answer.</summary>
    public string? Detail { get; init; }

    public static RecordedResponse Without(NoAnswer reason, string detail) => new(0, null, default) { NoAnswer = reason, Detail = detail };
}
