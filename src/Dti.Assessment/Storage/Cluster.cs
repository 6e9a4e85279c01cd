using System.Net;
using System.Net.Sockets;
using Dti.Assessment.Storage.Postgres;
using Orleans.Configuration;

namespace Dti.Assessment.Storage;

/// <summary>One server alone over SQLite; over PostgreSQL every server that names the same database joins one cluster.</summary>
internal static class Cluster
{
    private const string Id = "dti";

    public static ISiloBuilder UseDtiCluster(this ISiloBuilder silo, StoreOptions options)
    {
        var (siloPort, gatewayPort) = Ports(options);
        if (!options.UsesPostgres)
        {
            return silo.UseLocalhostClustering(siloPort, gatewayPort, serviceId: Id, clusterId: Id);
        }

        silo.Configure<ClusterOptions>(o => (o.ClusterId, o.ServiceId) = (Id, Id));
        silo.Configure<ClusterMembershipOptions>(Watch);
        return silo
            .UseAdoNetClustering(clustering => clustering.Configure<PostgresDatabase>((o, database) =>
            {
                o.Invariant = PostgresDatabase.Invariant;
                o.ConnectionString = database.ConnectionString;
            }))
            .ConfigureEndpoints(options.AdvertisedAddress, siloPort, gatewayPort, !IPAddress.IsLoopback(options.AdvertisedAddress));
    }

    /// <summary>
    /// A killed server is voted out after three missed probes, so within about ten seconds. Rows left "active" by a power
    /// cut count as stale a little sooner, so that they do not hold up the next start (dotnet/orleans#8511).
    /// </summary>
    private static void Watch(ClusterMembershipOptions o)
    {
        o.ProbeTimeout = TimeSpan.FromSeconds(2);
        o.NumMissedProbesLimit = 3;
        o.TableRefreshTimeout = TimeSpan.FromSeconds(10);
        o.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(3);
        o.NumMissedTableIAmAliveLimit = 2;
        o.DefunctSiloExpiration = TimeSpan.FromMinutes(10);
        o.DefunctSiloCleanupPeriod = TimeSpan.FromMinutes(1);
    }

    private static (int Silo, int Gateway) Ports(StoreOptions options)
    {
        // Both are held at once, so that the two free ports differ.
        using var first = Listen();
        using var second = Listen();
        return (
            options.SiloPort == 0 ? ((IPEndPoint)first.LocalEndpoint).Port : options.SiloPort,
            options.GatewayPort == 0 ? ((IPEndPoint)second.LocalEndpoint).Port : options.GatewayPort);

        static TcpListener Listen()
        {
            var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            return listener;
        }
    }
}
