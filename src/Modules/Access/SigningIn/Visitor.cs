using Microsoft.AspNetCore.Http;

namespace PoliceSocial.Access.SigningIn;

/// <summary>Where an attempt to sign in comes from.</summary>
internal sealed record Visitor(string Address, string Device)
{
    private const int LongestDevice = 200;

    public static Visitor Of(HttpContext context)
    {
        var device = context.Request.Headers.UserAgent.ToString();
        return new(AddressOf(context), device.Length > LongestDevice ? device[..LongestDevice] : device);
    }

    /// <summary>The network address in its one spelling: a machine is not two because a socket of the other family took its call.</summary>
    public static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "unknown",
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        var address => address.ToString(),
    };
}
