using System.Globalization;
using PoliceSocial.Ledger.Export;
using PoliceSocial.Ledger.Notes;
using PoliceSocial.Ledger.TimeStamps;

namespace PoliceSocial.Ledger.Verify;

/// <summary>One verification: goes through the logs in order, and keeps the count.</summary>
internal sealed class LedgerRun(string folder, VerificationOptions options)
{
    private readonly PendingErasures _erasures = new();
    private readonly List<Notice> _notices = [];
    private SignedCheckpoint? _last;
    private long _entries;
    private long _tail;
    private long _checkpoints;
    private long _cosigned;
    private int _logs;
    private long _stamps;
    private Fault? _stampFault;

    public VerificationReport Report(Fault? fault) =>
        new(fault, _logs, _entries, _tail, _erasures.Settled, _checkpoints, _cosigned, _stamps, _notices);

    public Fault? Verify(CancellationToken ct)
    {
        if ((options.TrustedKeys ?? LedgerVerifier.ReadKeys(folder)) is not { } keys)
            return Incomplete(options.FirstLog, $"There is no readable public key in '{Path.Combine(folder, ExportLayout.Key)}'.");

        if (options.TrustedKeys is null)
            _notices.Add(new(NoticeKind.KeyNotTrusted, options.FirstLog, 0, "The public key came with the ledger. Check it against a copy kept elsewhere."));

        var landmarks = options.Expected.Count == 0 ? new() { Keys = keys } : Landmarks.Read(folder, Enumerable.Range(options.FirstLog, LastLog() - options.FirstLog + 1), keys);
        if (options.Expected.FirstOrDefault(one => !IsKnown(one, landmarks.Keys)) is { } stranger)
            return Incomplete(stranger.Checkpoint.Log.Number, "A checkpoint given to compare with is not signed by a known key.");

        var last = LastLog();
        var chain = new KeyChain(keys);
        for (var log = options.FirstLog; log <= last; log++)
        {
            if (VerifyLog(log, chain, landmarks.Restorations, ct) is { } fault)
                return fault;

            if (_last!.Checkpoint.Closed != (log < last))
                return AtLogEnd(log);
        }

        return _erasures.AtEnd() ?? NotHere(last) ?? _stampFault;
    }

    private static bool IsKnown(SignedCheckpoint expected, KeyRing keys) =>
        (keys.Judge(expected.Note, KeyKind.Log), keys.Judge(expected.Note, KeyKind.Witness))
            is (NoteTrust.Genuine, not NoteTrust.Forged) or (not NoteTrust.Forged, NoteTrust.Genuine);

    private Fault? VerifyLog(int log, KeyChain keys, IReadOnlyList<Checkpoint> restorations, CancellationToken ct)
    {
        var logFolder = ExportLayout.LogFolder(folder, log);
        var needed = new[] { ExportLayout.Checkpoints, ExportLayout.LeafHashes }.Select(name => Path.Combine(logFolder, name)).ToList();
        if (needed.Find(path => !File.Exists(path)) is { } missing)
            return Incomplete(log, $"'{missing}' is missing.");

        _logs++;
        var clock = new ClockWatch(log);
        using var entries = new EntryReader(ExportLayout.EntryFilesIn(logFolder), clock);
        using var stored = new LeafHashList(needed[1]);
        var stamps = StampCheck.Begin(log, logFolder, options.Authorities);
        var expected = new ExpectedCheckpoints(options.Expected, log, restorations);
        using var trail = new CheckpointTrail(new NoteFile(needed[0]), keys, log, _last, isFirstLog: log == options.FirstLog, one => See(one, stamps, keys));
        var verifier = new LogVerifier(log, entries, stored, trail, expected, _erasures);
        var fault = verifier.Verify(ct);
        _stampFault ??= stamps.AtEnd();
        _stamps += stamps.Genuine;
        if (stamps.Notice is { } notice)
            _notices.Add(notice);

        Count(verifier.Entries, trail, clock, log, fault);
        return fault;
    }

    private void See(SignedCheckpoint signed, StampCheck stamps, KeyChain keys)
    {
        stamps.See(signed);
        var (at, log) = (signed.Checkpoint, signed.Checkpoint.Log.Number);
        if (at.Restored is { } lost)
        {
            _notices.Add(new(NoticeKind.Restored, log, lost.From, Said(
                $"Log {log} went on from an older copy of itself at {LedgerTime.Text(at.Time)}: of {lost.Size} entries that had been signed, those from {lost.From} on were lost. An entry of the act audit.accept-restore near {at.Size} says who answered for it, and why.")));
        }

        if (at.NextKey is { } next)
        {
            var handed = keys.WasHandedOver;
            _notices.Add(new(handed ? NoticeKind.KeyHandedOver : NoticeKind.KeyTakenOver, log, at.Size, Said(
                $"From {LedgerTime.Text(at.Time)} on the key {next} signs log {log}. {(handed ? "The key before it signed that." : "The key before it did NOT sign that: it was lost. Compare this key with a copy kept elsewhere.")}")));
        }
    }

    private static string Said(FormattableString text) => FormattableString.Invariant(text);

    private void Count(long entries, CheckpointTrail trail, ClockWatch clock, int log, Fault? fault)
    {
        _entries += entries;
        _checkpoints += trail.Count;
        _cosigned += trail.Cosigned;
        _last = trail.Behind;
        _tail = entries - trail.Proven;
        if (clock.Notice is { } notice)
            _notices.Add(notice);

        if (fault is null && _tail > 0)
            _notices.Add(new(NoticeKind.TailNotCovered, log, trail.Proven, UncoveredText(trail.Proven)));
    }

    private string UncoveredText(long from) =>
        string.Create(CultureInfo.InvariantCulture, $"The last {_tail} entries, from {from} on, are not covered by a checkpoint yet.");

    private Fault AtLogEnd(int log) => _last!.Checkpoint.Closed
        ? new(FaultKind.ChainBroken, log + 1, 0, 0, $"Log {log} was closed, and log {log + 1}, which must continue it, is missing.")
        : new(FaultKind.ChainBroken, log, _entries, _entries, $"Log {log} was never closed, and there is a log {log + 1} after it.");

    /// <summary>A trusted checkpoint of a log that is not in the folder: whole logs were cut off, or archived elsewhere.</summary>
    private Fault? NotHere(int lastLog) =>
        options.Expected.Select(one => one.Checkpoint.Log.Number).FirstOrDefault(log => log > lastLog || log < options.FirstLog, -1) switch
        {
            -1 => null,
            var log => new(FaultKind.RolledBack, log, 0, 0, $"A trusted checkpoint is of log {log}, which is not in this folder."),
        };

    private int LastLog()
    {
        var last = options.FirstLog;
        while (Directory.Exists(ExportLayout.LogFolder(folder, last + 1)))
            last++;

        return last;
    }

    private static Fault Incomplete(int log, string what) => new(FaultKind.FolderIncomplete, log, 0, 0, what);
}
