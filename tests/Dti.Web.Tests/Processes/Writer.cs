using System.Globalization;
using System.Net;
using System.Text.Json;
using Dti.Web.Tests.Api;

namespace Dti.Web.Tests.Processes;

/// <summary>
/// One client that saves rising numbers into one submission and remembers what the server acknowledged. What was sent and not
/// answered may or may not have been stored; what was acknowledged must have been.
/// </summary>
internal sealed class Writer(string address, string token, int number)
{
    private const int NumbersEach = 1_000_000;
    private readonly List<long> _underWay = [];
    private int _version;
    private long? _value;
    private long _next = (long)number * NumbersEach;

    public string Address => address;

    public string Token => token;

    public List<long> Acknowledged { get; } = [];

    /// <summary>Saves until told to stop or the connection breaks.</summary>
    public async Task SaveUntilCutAsync(HttpClient client, CancellationToken stop)
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                if (!await SaveAsync(client))
                    (await FindLossAsync(client)).ShouldBeNull();
            }
        }
        catch (HttpRequestException)
        {
            return; // The server was killed: the last number sent stays under way.
        }
    }

    /// <summary>One save; whether it was acknowledged.</summary>
    public async Task<bool> SaveAsync(HttpClient client)
    {
        long value = ++_next;
        _underWay.Add(value);
        using var response = await client.Put(
            address, string.Create(CultureInfo.InvariantCulture, $$"""{ "values": { "{{OpenRound.Cell}}": {{value}} } }"""), Tag(_version));
        if (response.StatusCode != HttpStatusCode.OK)
            return false;
        Acknowledged.Add(value);
        (_version, _value) = (VersionOf(response), value);
        _underWay.Clear();
        return true;
    }

    /// <summary>What the server holds is what it acknowledged or a later number that was under way. Null, or what is wrong; a server that cannot answer now is a loss too.</summary>
    public async Task<string?> FindLossAsync(HttpClient client)
    {
        using var response = await client.GetAsync(address);
        if (response.StatusCode != HttpStatusCode.OK)
            return $"{address}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}";
        var self = (await response.Body()).GetProperty("values").GetProperty(OpenRound.Cell).GetProperty("self");
        int version = VersionOf(response);
        long? value = self.ValueKind == JsonValueKind.Null ? null : self.GetInt64();
        if (version == _version ? value != _value : version < _version || version > _version + _underWay.Count || value is null || !_underWay.Contains(value.Value))
            return FormattableString.Invariant($"{address}: acknowledged {_value} as version {_version}, under way [{string.Join(' ', _underWay)}], stored {value} as version {version}");
        if (version > _version)
        {
            (_version, _value) = (version, value);
            _underWay.Clear();
        }
        return null;
    }

    public static string Tag(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    private static int VersionOf(HttpResponseMessage response) => int.Parse(response.Headers.ETag!.Tag.Trim('"'), CultureInfo.InvariantCulture);
}
