using Microsoft.AspNetCore.Http;

namespace PoliceSocial.Access.SigningIn;

/// <summary>Where an attempt to sign in comes from.</summary>
internal sealed record Visitor(string Address, string Device)
{
    private const int LongestDevice = 200;

    public static Visitor Of(HttpContext context)
    {
        var device = context.Request.Headers.UserAgent.ToString();
        return new(context.Connection.RemoteIpAddress?.ToString() ?? "unknown", device.Length > LongestDevice ? device[..LongestDevice] : device);
    }
}
