using System.Net;

namespace PoliceSocial.Host.Shelf;

/// <summary>Makes the client that a connector is lent: its manifest's hosts, no redirects, no cookies, bounded time and size.</summary>
internal static class GuardedHttp
{
    public static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(30);
    public const long LargestAnswer = 64L << 20;

    public static HttpClient Create(HostRules rules, ShelfOptions options)
    {
        var sockets = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            // Networks move their names to other addresses; a connection for ever would not follow.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            UseProxy = options.Proxy is not null,
            Proxy = options.Proxy is null ? null : new WebProxy(options.Proxy, BypassOnLocal: true),
            // What a force traces is not the network's business.
            ActivityHeadersPropagator = null,
            ConnectCallback = new GuardedConnect(rules, options).OpenAsync,
        };
        return new HttpClient(new GuardedHandler(rules, LongestCall, LargestAnswer, sockets), disposeHandler: true)
        {
            // The handler keeps the time, because it must also hold while a body is being read.
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }
}
