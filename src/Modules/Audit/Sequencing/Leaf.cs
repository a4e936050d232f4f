using System.Buffers;
using System.Globalization;
using System.Text;
using PoliceSocial.Ledger.Entries;
using PoliceSocial.Ledger.Tree;
using PoliceSocial.Platform.Acts;

namespace PoliceSocial.Audit.Sequencing;

/// <summary>An entry's leaf: the same bytes whether the entry is being added, shown, exported or verified.</summary>
internal static class Leaf
{
    private const int LongestOnTheStack = 2_048;

    /// <summary>Writes the leaf of a stored entry and returns its hash.</summary>
    /// <exception cref="ArgumentException">What is stored cannot stand in a leaf: it is not what was written.</exception>
    public static TreeHash Write(EntryRow entry, TreeHash seal, Func<int, string?> words, IBufferWriter<byte> to) =>
        LeafWriter.Write(Entry(entry, seal, words(entry.Type) ?? "", words(entry.Act) ?? "", words(entry.SubjectKind) ?? ""), to);

    /// <summary>What a leaf says.</summary>
    public static LedgerEntry Entry(EntryRow entry, TreeHash seal, string type, string act, string subjectKind)
    {
        var (module, happened) = Parts(type);
        return new()
        {
            Index = entry.Number,
            Id = Digits(entry.EventId),
            Time = entry.At,
            Module = module,
            Event = happened,
            Act = act,
            ActId = Digits(entry.ActId),
            ActorKind = Actor((ActorKind)entry.ActorKind),
            ActorId = entry.ActorId == 0 ? "" : Digits(entry.ActorId),
            Subject = new Subject(subjectKind, entry.SubjectId, entry.SubjectName).ToString(),
            Session = entry.SessionId is { } session ? Digits(session) : "",
            Address = "",
            Purpose = entry.HasPurpose ? "given" : "",
            Facts = seal,
        };
    }

    /// <summary>The hash over salt and facts.</summary>
    /// <exception cref="ArgumentException">What is stored is not a line of facts.</exception>
    public static TreeHash Seal(byte[] salt, string facts)
    {
        var most = Encoding.UTF8.GetMaxByteCount(facts.Length);
        var bytes = most <= LongestOnTheStack ? stackalloc byte[LongestOnTheStack] : new byte[most];
        return Facts.Seal(salt, bytes[..Encoding.UTF8.GetBytes(facts, bytes)]);
    }

    /// <summary><c>Inbox.ItemCaptured</c> is the event <c>ItemCaptured</c> of the module <c>inbox</c>.</summary>
    private static (string Module, string Event) Parts(string type)
    {
        var dot = type.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && dot == type.LastIndexOf('.') ? (type[..dot].ToLowerInvariant(), type[(dot + 1)..]) : ("", type);
    }

    private static string Actor(ActorKind kind) => kind switch
    {
        ActorKind.Person => "person",
        ActorKind.Service => "service",
        ActorKind.CommandLine => "command-line",
        ActorKind.Stranger => "stranger",
    };

    private static string Digits(long number) => number.ToString(CultureInfo.InvariantCulture);
}
