using System.Globalization;
using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Rehearsal.Pictures;

namespace PoliceSocial.Rehearsal.Publish;

/// <summary>What the network takes: about what a mid-size real one does.</summary>
internal static class Limits
{
    public static readonly PublishLimits All = new(
        PostLength: 500, PrivateLength: 1000, MediaCount: 4, MediaBytes: 8 * 1024 * 1024, MediaTypes.Taken,
        PrivateWindow: TimeSpan.FromHours(24), PrivateUnsolicited: true);

    /// <summary>Graphemes: what a person would count.</summary>
    public static int Count(string text) => new StringInfo(text).LengthInTextElements;

    /// <summary>Why the network does not take a message; null where it does.</summary>
    public static string? Objection(Outbound outbound)
    {
        var most = outbound.Kind is OutboundKind.PrivateMessage ? All.PrivateLength : All.PostLength;
        var length = Count(outbound.Text);
        return length > most ? $"The text has {length} characters; the rehearsal network takes {most}."
            : length == 0 && outbound.Media.Count == 0 ? "There is nothing in it: neither text nor a picture."
            : outbound.Media.Count > All.MediaCount ? $"It has {outbound.Media.Count} files; the rehearsal network takes {All.MediaCount}."
            : outbound.Media.FirstOrDefault(m => m.Bytes.Length > All.MediaBytes) is { } large
                ? $"A file has {large.Bytes.Length} bytes; the rehearsal network takes {All.MediaBytes}."
            : outbound.Media.FirstOrDefault(m => !All.MediaTypes.Contains(m.MediaType)) is { } strange
                ? $"The rehearsal network does not take files of type {strange.MediaType}."
            : null;
    }
}
