using System.Net;
using System.Net.Sockets;

namespace Dti.Web.Commands;

/// <summary>Whether the server will get its addresses, found out before the work and not after it.</summary>
internal static class FreeAddress
{
    /// <param name="urls">As <c>--urls</c> takes them, separated by ';'.</param>
    /// <exception cref="CommandException">Another program listens on one of them.</exception>
    public static void Check(string urls)
    {
        foreach (string url in urls.Split(';'))
        {
            var address = new Uri(url.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal));
            if (address.Port != 0 && Local(address.Host) is { } local)
                Bind(url, new(local, address.Port));
        }
    }

    public static CommandException InUse(string urls) => new(1, $"{urls} is in use by another program; stop it or choose another address with --urls.");

    /// <summary>Null for a name: the server itself says what is wrong with it.</summary>
    private static IPAddress? Local(string host) =>
        IPAddress.TryParse(host.Trim('[', ']'), out var address) ? address : host == "localhost" ? IPAddress.Loopback : null;

    private static void Bind(string url, IPEndPoint end)
    {
        using var listener = new TcpListener(end);
        try
        {
            listener.Start();
        }
        catch (SocketException fault) when (fault.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw InUse(url);
        }
        catch (SocketException)
        {
            // Anything else (a port that needs rights, an address of no interface) is the server's to say.
        }
    }
}
