namespace PoliceSocial.Publishing.Watch;

/// <summary>Addresses from a network that may stand in a page as a link.</summary>
internal static class SafeAddress
{
    /// <summary>The address where it is one of the web; else null: it is not to be clicked.</summary>
    public static string? Of(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) ? uri.AbsoluteUri : null;
}
