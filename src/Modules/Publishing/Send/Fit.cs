using System.Globalization;

namespace PoliceSocial.Publishing.Send;

/// <summary>Whether something keeps the limits that hold now.</summary>
internal static class Fit
{
    /// <summary>Why the network would not take it, or null.</summary>
    /// <param name="outbound">What goes out.</param>
    /// <param name="length">Its text's length as the network counts.</param>
    /// <param name="limits">What holds now.</param>
    /// <param name="heardAt">When the recipient of a private message last wrote privately, or null.</param>
    /// <param name="now">The time.</param>
    public static string? WhyNot(Outbound outbound, int length, PublishLimits limits, DateTimeOffset? heardAt, DateTimeOffset now)
    {
        var isPrivate = outbound.Kind == OutboundKind.PrivateMessage;
        var most = isPrivate ? limits.PrivateLength : limits.PostLength;
        if (most == 0)
            return isPrivate ? "This network takes no private messages from the channel. Nothing was published." : "This network takes no posts from the channel. Nothing was published.";
        if (isPrivate && WhyNotPrivately(outbound, limits, heardAt, now) is { } closed)
            return closed;
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

    /// <summary>The network's window may have closed while the message waited: for an approval, a pause, a sign-in.</summary>
    private static string? WhyNotPrivately(Outbound outbound, PublishLimits limits, DateTimeOffset? heardAt, DateTimeOffset now)
    {
        if (outbound.ThreadId is null && !limits.PrivateUnsolicited)
            return "This network does not let the channel begin a private conversation now. Nothing was published: ask them publicly to write to you privately.";
        return heardAt is { } heard && limits.PrivateWindow is { } window && now - heard > window
            ? "The network’s time for answering privately was over before it could be sent. Nothing was published: ask them publicly to write again."
            : null;
    }

    private static string Say(FormattableString sentence) => sentence.ToString(CultureInfo.CurrentCulture);
}
