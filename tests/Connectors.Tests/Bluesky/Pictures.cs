using PoliceSocial.Network;

namespace PoliceSocial.Connectors.Tests.Bluesky;

/// <summary>A picture of one pixel.</summary>
internal static class Pictures
{
    public static readonly byte[] Dot = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public static AtPicture OfADot(string altText) => new(Dot, "image/png", altText);
}
