using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace PoliceSocial.Host.Serving;

/// <summary>
/// Behind a reverse proxy the service must learn from it who calls and whether they came by https. Only proxies that are named in
/// the configuration (<c>ReverseProxy:Addresses</c>, <c>ReverseProxy:Networks</c>) are believed; with none named, nobody is.
/// </summary>
internal static class ReverseProxy
{
    private const string Addresses = "ReverseProxy:Addresses";
    private const string Networks = "ReverseProxy:Networks";

    public static void UseReverseProxy(this WebApplication app)
    {
        var addresses = app.Configuration.GetSection(Addresses).Get<string[]>() ?? [];
        var networks = app.Configuration.GetSection(Networks).Get<string[]>() ?? [];
        if (addresses.Length + networks.Length == 0)
            return;
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = app.Configuration.GetValue("ReverseProxy:Hops", 1),
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var address in addresses)
            options.KnownProxies.Add(IPAddress.TryParse(address, out var read) ? read : throw Unreadable(Addresses, address));
        foreach (var network in networks)
            options.KnownIPNetworks.Add(System.Net.IPNetwork.TryParse(network, out var read) ? read : throw Unreadable(Networks, network));
        app.UseForwardedHeaders(options);
    }

    private static InvalidOperationException Unreadable(string key, string given) =>
        new($"{key} has '{given}', which is no {(key == Networks ? "network such as 10.0.0.0/8" : "address such as 10.0.0.5")}. Correct the configuration and start again.");
}
