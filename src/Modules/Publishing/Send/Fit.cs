using System.Globalization;

namespace PoliceSocial.Publishing.Send;

/// <summary>Whether something keeps the limits that hold now.</summary>
internal static class Fit
{
    /// <summary>Why the network would not take it, or null.</summary>
    /// <param name="outbound">What goes out.</param>
    /// <param name="length">Its text's length as the network counts.</param>
    /// <param name="limits">What holds now.</param>
    public static string? WhyNot(Outbound outbound, int length, PublishLimits limits)
    {
        var isPrivate = outbound.Kind == OutboundKind.PrivateMessage;
        var most = isPrivate ? limits.PrivateLength : limits.PostLength;
        if (most == 0)
            return isPrivate ? "This network takes no private messages from the channel. Nothing was published." : "This network takes no posts from the channel. Nothing was published.";
        if (length > most)
            return Say($"It is {length - most} characters too long: the network takes {most} now. Nothing was published: shorten it and send it again.");
        if (outbound.Media.Count > limits.MediaCount)
            return Say($"It has {outbound.Media.Count} files and the network takes {limits.MediaCount} now. Nothing was published.");
        if (outbound.Media.FirstOrDefault(m => m.Bytes.Length > limits.MediaBytes) is not null)
            return Say($"A file is larger than the {limits.MediaBytes} bytes that the network takes now. Nothing was published.");
        return outbound.Media.FirstOrDefault(m => !limits.MediaTypes.Contains(m.MediaType, StringComparer.OrdinalIgnoreCase)) is { } wrong
            ? $"The network takes no {wrong.MediaType} files. Nothing was published."
            : null;
    }

    private static string Say(FormattableString sentence) => sentence.ToString(CultureInfo.CurrentCulture);
}
