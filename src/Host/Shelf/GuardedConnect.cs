using System.Net;
using System.Net.Sockets;

namespace PoliceSocial.Host.Shelf;

/// <summary>
/// Opens the connections of a connector. The address is judged here, after the name was looked up and on the very address that is
/// then connected to: a name that is public when asked about may point inside a moment later.
/// </summary>
internal sealed class GuardedConnect(HostRules rules, ShelfOptions options)
{
    public async ValueTask<Stream> OpenAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = await Dns.GetHostAddressesAsync(host, ct);
        var allowed = MayBePrivate(host, port) ? addresses : Array.FindAll(addresses, PublicAddress.IsPublic);
        if (allowed.Length == 0)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError,
                $"{host} leads to an address inside this network, which a connector may not reach. "
                + "If it is the force's own server, add it to Plugins:PrivateHosts.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private bool MayBePrivate(string host, int port) =>
        IsProxy(host, port)
        || rules.IsGivenPrivateAddress(host, port)
        || options.PrivateHosts.Contains(host, StringComparer.OrdinalIgnoreCase);

    private bool IsProxy(string host, int port) =>
        options.Proxy is { } proxy && proxy.Port == port && proxy.IdnHost.Equals(host, StringComparison.OrdinalIgnoreCase);
}
