using System.Globalization;
using PoliceSocial.Audit.Reading;
using PoliceSocial.Contracts;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Pages;

namespace PoliceSocial.Audit.Extracting;

/// <summary>Writes entries as comma-separated lines (RFC 4180, UTF-8), one for each.</summary>
internal static class ExtractCsv
{
    /// <summary>Each column, and what it says.</summary>
    public static readonly IReadOnlyList<(string Name, string Says)> Columns =
    [
        ("entry", "The number of the entry in the ledger; its proof is on the page /audit/<entry> and in every export of the ledger"),
        ("time_utc", "When it was done"),
        ("time_local", "The same on the force's clock"),
        ("operation", "Which operation of section 62: collection, consultation, alteration, combination, disclosure or erasure"),
        ("event", "What sort of event it is"),
        ("act", "The act of which it came"),
        ("act_id", "Joins all that came of one act"),
        ("who", "Who did it"),
        ("who_id", "Their number in the service; service, command-line or stranger where it was no person signed in"),
        ("session", "The sign-in session"),
        ("address", "The network address that it came from"),
        ("subject", "What it is about; members of the public are numbers here, never names"),
        ("what", "What was done, in words"),
        ("recipient", "To whom it was disclosed"),
        ("justification", "What for, in the person's own words, where policy asks for it"),
        ("details", "kept, or erased where the details were erased since, as the ledger records"),
    ];

    public static string Header { get; } = string.Join(',', Columns.Select(c => c.Name));

    public static string Line(ToldEntry entry)
    {
        var stored = entry.Stored;
        var family = (Family)stored.Family;
        string[] cells =
        [
            Number(stored.Number), ForceTime.Machine(stored.At), ForceTime.Local(stored.At).ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture),
            Operation(family), entry.Type, entry.Act, Number(stored.ActId), entry.Who, WhoId((ActorKind)stored.ActorKind, stored.ActorId),
            stored.SessionId is { } session ? Number(session) : "", entry.Address ?? "", entry.Subject, entry.Phrase, Recipients.Of(family, stored.Facts),
            entry.Purpose ?? "", stored.Facts is null ? "erased" : "kept",
        ];
        return string.Join(',', cells.Select(Cell));
    }

    /// <summary>The operation as the section names it.</summary>
    public static string Operation(Family family) => family switch
    {
        Family.Collected => "collection",
        Family.Consulted => "consultation",
        Family.Altered => "alteration",
        Family.Combined => "combination",
        Family.Disclosed => "disclosure",
        Family.Erased => "erasure",
        _ => "none",
    };

    private static string WhoId(ActorKind kind, long id) => kind switch
    {
        ActorKind.Person => Number(id),
        ActorKind.Service => "service",
        ActorKind.CommandLine => "command-line",
        ActorKind.Stranger => "stranger",
        _ => Number(id),
    };

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A spreadsheet must not run what somebody typed: a cell that looks like a formula begins with an apostrophe. An entry is one line.</summary>
    private static string Cell(string text)
    {
        text = text.ReplaceLineEndings(" ");
        var safe = text is ['=' or '+' or '-' or '@' or '\t', ..] ? "'" + text : text;
        return safe.AsSpan().IndexOfAny("\",") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
