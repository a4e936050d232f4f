using System.Globalization;

namespace PoliceSocial.Audit.Sequencing;

/// <summary>From where an act came: the sign-in session, which the leaf names, and the network address, which it seals with the facts.</summary>
internal readonly record struct Origin(long? SessionId, string? Address)
{
    private const string Session = "session:";

    public static Origin Of(string? text)
    {
        if (text is null || !text.StartsWith(Session, StringComparison.Ordinal))
            return new(null, text);
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        var number = space < 0 ? text.AsSpan(Session.Length) : text.AsSpan(Session.Length, space - Session.Length);
        return long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new(id, space < 0 ? null : text[(space + 1)..])
            : new(null, text);
    }
}
