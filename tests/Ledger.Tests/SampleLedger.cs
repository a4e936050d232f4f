using System.Buffers;
using System.Globalization;
using System.Text;
using PoliceSocial.Ledger.Entries;
using PoliceSocial.Ledger.Export;
using PoliceSocial.Ledger.Notes;
using PoliceSocial.Ledger.Tree;
using PoliceSocial.Ledger.Verify;

namespace PoliceSocial.Ledger.Tests;

/// <summary>
/// A small ledger in a folder: log 0 with nine entries, closed, of which entry 2's facts were erased as entry 6 allows; log 1 with
/// five entries, of which a checkpoint covers four. A witness cosigned every checkpoint.
/// </summary>
internal sealed class SampleLedger : IDisposable
{
    public static readonly DateTimeOffset Night = new(2026, 11, 22, 2, 0, 0, TimeSpan.Zero);

    private CheckpointSigner _signer;
    private readonly LogKey _witness = LogKey.Generate("hub.example/witness", KeyKind.Witness);
    private SignedCheckpoint? _last;
    private LogExportWriter _log;
    private GrowingTree _tree = new();
    private int _number;

    public SampleLedger()
    {
        Folder = Directory.CreateTempSubdirectory("ledger").FullName;
        Key = LogKey.Generate("staffs.example/ledger");
        _signer = new(Key);
        Keys = new([Key.Public, _witness.Public]);
        Export = LogExport.Begin(Folder, Keys);
        _log = Export.BeginLog(0);
    }

    public string Folder { get; }

    public LogKey Key { get; }

    public KeyRing Keys { get; }

    public LogExport Export { get; }

    public List<SignedCheckpoint> Checkpoints { get; } = [];

    /// <summary>The bytes of a stored entry, changed on the way into the export.</summary>
    public Func<long, byte[], byte[]> OnTheWay { get; set; } = (_, leaf) => leaf;

    public static SampleLedger Small()
    {
        var ledger = new SampleLedger();
        ledger.Begin();
        ledger.Entries(6, erased: (2, new(0, 6)));
        ledger.Sign();
        ledger.Entry(subject: new Erasure(0, 2, 2).Subject, eventType: Erasure.Event);
        ledger.Entries(2);
        ledger.Rotate();
        ledger.Entries(4);
        ledger.Sign();
        ledger.Entries(1);
        ledger.Finish();
        return ledger;
    }

    public void Begin() => Note(_signer.Begin(Night));

    public void Sign() => Note(_signer.Next(_last!, _tree.Size, _tree.Root(), Night.AddSeconds(_tree.Size * 10)));

    /// <summary>Hands over to another key; where the old one is lost, the new one takes over by itself.</summary>
    public LogKey ChangeKey(bool lost = false)
    {
        var (next, at) = (LogKey.Generate(Key.Public.Name), Night.AddSeconds((_tree.Size * 10) + 5));
        Note(lost ? new CheckpointSigner(next).TakeOver(_last!, _tree.Size, _tree.Root(), at) : _signer.HandOver(_last!, _tree.Size, _tree.Root(), at, next));
        _signer = new(next);
        return next;
    }

    /// <summary>Says that a history of so many entries was lost from an entry on.</summary>
    public void GoOnFrom(long from, Checkpoint lost) =>
        Note(_signer.GoOnFrom(_last!, _tree.Size, _tree.Root(), lost.Time.AddHours(1), new(from, lost.Size, lost.Root)));

    /// <summary>Signs what there is with a key that may not any more.</summary>
    public void SignWith(LogKey key) => Note(new CheckpointSigner(key).Next(_last!, _tree.Size, _tree.Root(), Night.AddDays(1)));

    public void Stamp(string name, byte[] token, SignedCheckpoint of) => _log.TimeStamp(name, token, of.Note.TextBytes);

    public void Rotate(bool next = true)
    {
        var closed = _signer.Close(_last!, _tree.Size, _tree.Root(), Night.AddHours(1));
        Note(closed);
        _log.Dispose();
        if (!next)
            return;

        _log = Export.BeginLog(++_number);
        _tree = new();
        Note(_signer.Rotate(closed, Night.AddHours(1)));
    }

    public void Entries(int count, (long At, EntryRef By)? erased = null)
    {
        for (var i = 0; i < count; i++)
            Entry(erasedBy: erased is { } one && one.At == _tree.Size ? one.By : null);
    }

    public void Entry(string subject = "conversation:77", string eventType = "ConversationAssigned", EntryRef? erasedBy = null, DateTimeOffset? at = null)
    {
        var index = _tree.Size;
        var facts = Encoding.UTF8.GetBytes($$"""{"assignee":"PC Nia Prys {{index}}","reason":"handover"}""");
        var salt = Facts.NewSalt();
        var buffer = new ArrayBufferWriter<byte>();
        var entry = new LedgerEntry
        {
            Index = index,
            Id = string.Create(CultureInfo.InvariantCulture, $"0193e0c1{index:x8}"),
            Time = at ?? Night.AddSeconds(index),
            Module = "inbox",
            Event = eventType,
            Act = "AssignConversation",
            ActId = "0193e0c2",
            ActorKind = "person",
            ActorId = "0193e0c3",
            Subject = subject,
            Session = "0193e0c4",
            Address = "9f86d081",
            Purpose = "triage",
            Facts = Facts.Seal(salt, facts),
        };
        var hash = LeafWriter.Write(entry, buffer);
        var leaf = OnTheWay(index, buffer.WrittenSpan.ToArray());
        if (erasedBy is { } by)
            _log.ErasedEntry(leaf, hash, by);
        else
            _log.Entry(leaf, hash, salt, facts);

        _tree.Append(hash);
    }

    public void Finish() => _log.Dispose();

    public string FileOf(int log, string name) => Path.Combine(ExportLayout.LogFolder(Folder, log), name);

    public string EntriesOf(int log) => FileOf(log, ExportLayout.EntryFile(0));

    public void EditLines(int log, Func<List<string>, IEnumerable<string>> edit)
    {
        var lines = File.ReadAllText(EntriesOf(log)).Split('\n')[..^1].ToList();
        File.WriteAllText(EntriesOf(log), string.Concat(edit(lines).Select(line => line + "\n")));
    }

    public VerificationReport Verify(params IReadOnlyList<SignedCheckpoint> expected) =>
        LedgerVerifier.Verify(Folder, new() { Expected = expected }, TestContext.Current.CancellationToken);

    public static (FaultKind Kind, long First, bool IsExact) Named(VerificationReport report)
    {
        var fault = Assert.IsType<Fault>(report.Fault);
        return (fault.Kind, fault.First, fault.IsExact);
    }

    public void Dispose()
    {
        _log.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private void Note(SignedCheckpoint checkpoint)
    {
        _last = checkpoint with { Note = _witness.Cosign(checkpoint.Note, checkpoint.Checkpoint.Time) };
        Checkpoints.Add(_last);
        _log.Checkpoint(_last.Note);
    }
}
