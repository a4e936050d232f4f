using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace PoliceSocial.Host.Serving;

/// <summary>
/// Behind a reverse proxy the service must learn from it who calls and whether they came by https. Only proxies that are named in
/// the configuration (<c>Proxy:Addresses</c>, <c>Proxy:Networks</c>) are believed; with none named, nobody is.
/// </summary>
internal static class ReverseProxy
{
    public static void UseReverseProxy(this WebApplication app)
    {
        var addresses = app.Configuration.GetSection("Proxy:Addresses").Get<string[]>() ?? [];
        var networks = app.Configuration.GetSection("Proxy:Networks").Get<string[]>() ?? [];
        if (addresses.Length + networks.Length == 0)
            return;
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = app.Configuration.GetValue("Proxy:Hops", 1),
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var address in addresses)
            options.KnownProxies.Add(IPAddress.TryParse(address, out var read) ? read : throw Unreadable("Proxy:Addresses", address));
        foreach (var network in networks)
            options.KnownIPNetworks.Add(System.Net.IPNetwork.TryParse(network, out var read) ? read : throw Unreadable("Proxy:Networks", network));
        app.UseForwardedHeaders(options);
    }

    private static InvalidOperationException Unreadable(string key, string given) =>
        new($"{key} has '{given}', which is no {(key.EndsWith('s') && key.Contains("Net", StringComparison.Ordinal) ? "network such as 10.0.0.0/8" : "network address such as 10.0.0.5")}. Correct the configuration and start again.");
}
