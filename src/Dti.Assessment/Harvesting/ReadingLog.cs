using System.Security.Cryptography;

namespace Dti.Assessment.Harvesting;

/// <summary>Asks the portal and keeps what a run reports of its requests: how many, how many bytes, the hash of each answer.</summary>
internal sealed class ReadingLog(IPortalResponses portal, ReadingLimits limits)
{
    private readonly List<string> _sha256 = [];

    internal int Requests => _sha256.Count;
    internal long Bytes { get; private set; }
    internal IReadOnlyList<string> Sha256 => _sha256;

    /// <exception cref="HarvestStoppedException">The answer would exceed what a portal may cost us.</exception>
    internal async Task<RecordedResponse> GetAsync(Uri request, CancellationToken cancellation)
    {
        if (Requests >= limits.Requests)
            throw new HarvestStoppedException(HarvestStatus.Incomplete, "too_many_requests", $"stopped after {limits.Requests} requests");
        RecordedResponse response = await portal.GetAsync(request, cancellation);
        Bytes += response.Body.Length;
        _sha256.Add(Convert.ToHexStringLower(SHA256.HashData(response.Body.Span)));
        if (response.Body.Length > limits.BytesPerAnswer || Bytes > limits.BytesInAll)
            throw new HarvestStoppedException(HarvestStatus.Incomplete, "too_large", $"stopped at {Bytes} bytes: an answer may have {limits.BytesPerAnswer}, all together {limits.BytesInAll}");
        return response;
    }
}

/// <summary>Ends a reading with a status other than complete; never leaves the reader.</summary>
internal sealed class HarvestStoppedException(HarvestStatus status, string code, string message) : Exception(message)
{
    internal HarvestStatus Status => status;
    internal HarvestFailure Failure => new(code, Message);
}
