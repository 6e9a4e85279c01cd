using System.Globalization;
using System.Net;
using Microsoft.Extensions.Configuration;

namespace Dti.Assessment.Storage;

/// <summary>Where the rows are kept: SQLite under <see cref="DataFolder"/>, or PostgreSQL when <see cref="ConnectionString"/> is given.</summary>
public sealed record StoreOptions
{
    public required string DataFolder { get; init; }

    public string? ConnectionString { get; init; }

    /// <summary>Ports of the silo and its gateway; 0 takes a free one.</summary>
    public int SiloPort { get; init; }

    public int GatewayPort { get; init; }

    /// <summary>Address at which the other servers of the cluster reach this one (PostgreSQL only).</summary>
    public IPAddress AdvertisedAddress { get; init; } = IPAddress.Loopback;

    /// <summary>Bound of the SQLite file; a write beyond it is refused as on a full disk.</summary>
    public long? MaxBytes { get; init; }

    public bool UsesPostgres => !string.IsNullOrWhiteSpace(ConnectionString);

    public static StoreOptions From(IConfiguration configuration, string dataFolder) => new()
    {
        DataFolder = dataFolder,
        ConnectionString = configuration.GetConnectionString("Dti"),
        SiloPort = (int)(Number(configuration, "Dti:SiloPort", IPEndPoint.MaxPort) ?? 0),
        GatewayPort = (int)(Number(configuration, "Dti:GatewayPort", IPEndPoint.MaxPort) ?? 0),
        AdvertisedAddress = Address(configuration),
        MaxBytes = Number(configuration, "Dti:MaxBytes", long.MaxValue),
    };

    private static IPAddress Address(IConfiguration configuration)
    {
        var text = configuration["Dti:AdvertisedAddress"];
        if (string.IsNullOrWhiteSpace(text))
        {
            return IPAddress.Loopback;
        }

        return IPAddress.TryParse(text, out var address)
            ? address
            : throw new StoreFault("bad_setting", $"Dti:AdvertisedAddress is \"{text}\", which is no IP address; write one such as 10.0.0.5.");
    }

    private static long? Number(IConfiguration configuration, string key, long largest)
    {
        var text = configuration[key];
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= largest
            ? number
            : throw new StoreFault("bad_setting", string.Create(CultureInfo.InvariantCulture, $"{key} is \"{text}\"; write a whole number from 0 to {largest}, digits only."));
    }
}
