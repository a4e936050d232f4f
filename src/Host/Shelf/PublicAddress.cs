using System.Net;
using System.Net.Sockets;

namespace PoliceSocial.Host.Shelf;

/// <summary>Tells addresses of the open internet from those of this machine and of networks that only insiders reach.</summary>
internal static class PublicAddress
{
    // IANA's special-purpose registry: what is not for the open internet.
    private static readonly IPNetwork[] Reserved4 =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(n => IPNetwork.Parse(n)),
    ];

    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");

    // Within the global range: protocol assignments with Teredo, documentation, 6to4 (which wraps any IPv4 address).
    private static readonly IPNetwork[] Reserved6 =
        [IPNetwork.Parse("2001::/23"), IPNetwork.Parse("2001:db8::/32"), IPNetwork.Parse("2002::/16"), IPNetwork.Parse("3fff::/20")];

    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return IsPublic(address.MapToIPv4());
        if (address.AddressFamily == AddressFamily.InterNetwork)
            return !Array.Exists(Reserved4, n => n.Contains(address));
        if (Nat64.Contains(address))
            return IsPublic(new IPAddress(address.GetAddressBytes().AsSpan(12)));

        return Global6.Contains(address) && !Array.Exists(Reserved6, n => n.Contains(address));
    }

    /// <summary>A name that says itself that it is private: an address in numbers, or this machine's name for itself.</summary>
    public static bool IsPrivateName(string host) =>
        IPAddress.TryParse(host, out var address)
            ? !IsPublic(address)
            : host == "localhost" || host.EndsWith(".localhost", StringComparison.Ordinal);
}
