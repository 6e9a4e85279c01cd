using System.Globalization;
using System.Text.Json;

namespace Dti.Assessment.Harvesting;

/// <summary>
/// Reads a CKAN portal's datasets by its Action API. Pages are sorted by id, since under the default order a dataset edited during the reading
/// jumps to the first page and another is missed; stepped by what came, since portals give fewer rows than asked; and the count is
/// asked again at the end. The run is complete only when as many different datasets were seen as the portal then says it has.
/// </summary>
public sealed class CkanReader(TimeProvider time, ReadingLimits? limits = null)
{
    public const string Kind = "ckan";
    private const int RowsAsked = 100;

    private readonly ReadingLimits _limits = limits ?? ReadingLimits.Default;

    public async Task<HarvestRun> ReadAsync(IPortalResponses portal, Uri baseUrl, CancellationToken cancellation)
    {
        DateTimeOffset started = time.GetUtcNow();
        long stamp = time.GetTimestamp();
        var log = new ReadingLog(portal, _limits);
        var tally = new CkanTally();
        var reading = new Reading(log, tally, Api(baseUrl), _limits);
        (HarvestStatus status, HarvestFailure? failure) = (HarvestStatus.Complete, null);
        try
        {
            await reading.AllAsync(cancellation);
        }
        catch (HarvestStoppedException stopped)
        {
            // Once it has given datasets it is the portal, whatever it answers after.
            bool midway = tally.Seen > 0 && stopped.Status is (HarvestStatus.WrongKind or HarvestStatus.Unreachable or HarvestStatus.Moved);
            (status, failure) = (midway ? HarvestStatus.Incomplete : stopped.Status, stopped.Failure);
        }
        return new HarvestRun
        {
            Reader = Kind, Url = baseUrl.AbsoluteUri, Started = started, Seconds = time.GetElapsedTime(stamp).TotalSeconds, Status = status, Failure = failure,
            Reported = reading.Reported, Seen = tally.Seen, Duplicates = tally.Duplicates, Requests = log.Requests, Bytes = log.Bytes, Sha256 = log.Sha256,
            Observations = status == HarvestStatus.Complete ? tally.Observations(baseUrl.AbsoluteUri, started) : [],
            Publishers = tally.Publishers, UnknownFormats = tally.UnknownFormats, UnknownLicences = tally.UnknownLicences,
        };
    }

    private static Uri Api(Uri baseUrl)
    {
        if (!baseUrl.IsAbsoluteUri || baseUrl.Scheme is not ("http" or "https"))
            throw new ArgumentException("a portal's address begins with http:// or https://", nameof(baseUrl));
        string path = baseUrl.GetLeftPart(UriPartial.Path);
        return new Uri(path.EndsWith('/') ? path : path + "/");
    }

    private sealed class Reading(ReadingLog log, CkanTally tally, Uri api, ReadingLimits limits)
    {
        internal int? Reported { get; private set; }

        internal async Task AllAsync(CancellationToken cancellation)
        {
            (await AskAsync("status_show", cancellation)).Dispose();
            int start = 0, returned;
            do
            {
                returned = await PageAsync(start, cancellation);
                start += returned;
            }
            while (returned > 0 && start < Reported);
            using JsonDocument last = await AskAsync("package_search?q=*:*&rows=0", cancellation);
            Reported = CountIn(last.RootElement.GetProperty("result"));
            if (tally.Seen != Reported)
                throw new HarvestStoppedException(HarvestStatus.Incomplete, "count_mismatch", $"the portal says it has {Reported} datasets, {tally.Seen} were read");
        }

        /// <summary>How many records came.</summary>
        private async Task<int> PageAsync(int start, CancellationToken cancellation)
        {
            string query = string.Create(CultureInfo.InvariantCulture, $"package_search?q=*:*&sort=id%20asc&rows={RowsAsked}&start={start}");
            using JsonDocument page = await AskAsync(query, cancellation);
            JsonElement result = page.RootElement.GetProperty("result");
            Reported = CountIn(result);
            if (!result.TryGetProperty("results", out JsonElement records) || records.ValueKind != JsonValueKind.Array)
                throw new HarvestStoppedException(HarvestStatus.Incomplete, "bad_page", $"the page from {start} has no list of results");
            foreach (JsonElement record in records.EnumerateArray())
            {
                tally.Add(CkanDataset.Of(record)
                    ?? throw new HarvestStoppedException(HarvestStatus.Incomplete, "bad_record", $"the page from {start} holds a dataset without an id"));
            }
            return records.GetArrayLength();
        }

        private async Task<JsonDocument> AskAsync(string action, CancellationToken cancellation)
        {
            var request = new Uri(api, "api/3/action/" + action);
            return CkanAnswer.Read(request, await log.GetAsync(request, cancellation), limits);
        }

        private static int CountIn(JsonElement result) =>
            result.TryGetProperty("count", out JsonElement count) && count.ValueKind == JsonValueKind.Number && count.TryGetInt32(out int value) && value >= 0
                ? value
                : throw new HarvestStoppedException(HarvestStatus.Incomplete, "bad_page", "the answer does not say how many datasets there are");
    }
}
