using System.Buffers;
using System.Security.Cryptography;
using PoliceSocial.Audit.Erasing;
using PoliceSocial.Contracts;
using PoliceSocial.Ledger.Entries;
using PoliceSocial.Ledger.Tree;
using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Outboxes;

namespace PoliceSocial.Audit.Sequencing;

/// <summary>
/// Makes ledger entries of the events of every module, in batches, one publisher at a time. The number of an entry is the order in
/// which it was added; its time is its act's. Exactly once: what was heard is looked up in the transaction that adds it.
/// </summary>
internal sealed class Sequencer(Words words) : IHearAll
{
    /// <summary>The most leaf hashes that one row of <c>Leaves</c> holds.</summary>
    public const int Most = 500;

    public async Task HearAsync(string publisher, IReadOnlyList<OutboxRow> rows, Session session, CancellationToken ct)
    {
        var next = await TakeTurnAsync(session, ct);
        var heard = await session.FindAsync(SequenceStatements.Heard, new { publisher }, ct);
        var fresh = rows.Where(r => r.Position > heard).ToList();
        foreach (var batch in fresh.Chunk(Most))
        {
            await AddAsync(batch, next, session, ct);
            next += batch.Length;
        }

        if (fresh.Count > 0)
            await session.ExecuteAsync(SequenceStatements.MoveTurn, new { next }, ct);
    }

    private static async Task<long> TakeTurnAsync(Session session, CancellationToken ct)
    {
        if (await session.ExecuteAsync(SequenceStatements.TakeTurn, null, ct) == 0)
            await session.ExecuteAsync(SequenceStatements.FirstTurn, null, ct);
        return await session.FindAsync(SequenceStatements.Next, null, ct);
    }

    private async Task AddAsync(OutboxRow[] rows, long first, Session session, CancellationToken ct)
    {
        var facts = Array.ConvertAll(rows, SealedFacts.Of);
        var packed = Array.ConvertAll(facts, FactsShape.Split);
        var number = await words.NumberAsync(
            rows.SelectMany(r => new[] { r.Type, r.Act, Subject.Fitting(r.Subject).Kind }).Concat(packed.Select(p => p.Shape).Where(s => s.Length > 0)), session, ct);
        var entries = new EntryRow[rows.Length];
        var details = new DetailRow[rows.Length];
        var hashes = new TreeHash[rows.Length];
        var salts = RandomNumberGenerator.GetBytes(rows.Length * Facts.SaltLength);
        var leaf = new ArrayBufferWriter<byte>(4_096);
        for (var i = 0; i < rows.Length; i++)
        {
            var subject = Subject.Fitting(rows[i].Subject);
            var salt = salts.AsSpan(i * Facts.SaltLength, Facts.SaltLength).ToArray();
            entries[i] = Entry(rows[i], first + i, subject, number);
            details[i] = new() { Number = first + i, Shape = packed[i].Shape.Length == 0 ? 0 : number(packed[i].Shape), Salt = salt, Facts = packed[i].Packed };
            leaf.ResetWrittenCount();
            hashes[i] = LeafWriter.Write(Leaf.Entry(entries[i], Leaf.Seal(salt, facts[i]), rows[i].Type, rows[i].Act, subject.Kind), leaf);
        }

        await session.ExecuteAsync(SequenceStatements.AddEntry, entries, ct);
        await session.ExecuteAsync(SequenceStatements.AddDetail, details, ct);
        await session.ExecuteAsync(SequenceStatements.AddLeaves, new LeavesRow { First = first, Hashes = TreeHash.Bytes(hashes).ToArray() }, ct);
        for (var i = 0; i < rows.Length; i++)
            await EraseDetails.IfAllowedByAsync(rows[i], first + i, session, ct);
    }

    private static EntryRow Entry(OutboxRow row, long number, Subject subject, Func<string, int> word) => new()
    {
        Number = number,
        EventId = row.Id,
        At = row.At,
        Type = word(row.Type),
        Act = word(row.Act),
        ActId = row.ActId,
        ActorKind = row.ActorKind,
        ActorId = row.ActorId,
        SubjectKind = word(subject.Kind),
        SubjectId = subject.Id,
        SubjectName = subject.Name,
        SessionId = Origin.Of(row.Origin).SessionId,
        HasPurpose = row.Purpose is not null,
        // An event that only another version knows is kept all the same.
        Family = (int)(EventCatalogue.FamilyOf(row.Type) ?? Family.Operated),
    };
}
