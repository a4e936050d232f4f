using System.Buffers.Text;
using System.Security.Cryptography;

namespace PoliceSocial.Bluesky;

/// <summary>Random texts that nobody can guess.</summary>
internal static class Unguessable
{
    public static string Text() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}
