using System.Globalization;

namespace PoliceSocial.Ledger.Notes;

/// <summary>
/// Which log of a ledger: a ledger is a chain of logs, numbered from 0, each closed before the next begins. Written
/// <c>name/number</c>, which is the origin line of the log's checkpoints.
/// </summary>
public sealed record LogId(string Ledger, int Number)
{
    public static LogId? Read(string origin)
    {
        var slash = origin.LastIndexOf('/');
        return slash > 0
            && int.TryParse(origin.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && new LogId(origin[..slash], number) is var id && string.Equals(id.ToString(), origin, StringComparison.Ordinal) ? id : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Ledger}/{Number}");
}
