using System.Security.Cryptography;
using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Rehearsal.Journal;

namespace PoliceSocial.Rehearsal.Collect;

/// <summary>Lets happen what is due, and hands over the journal's next lines.</summary>
internal sealed class CollectPage(ConnectorContext context)
{
    private const int MostItems = 100;
    private const int MostBytes = 1024 * 1024;

    public Outcome<CollectedPage> Read(Night night, JournalFile journal, string? after, CancellationToken ct)
    {
        var started = context.Clock.GetUtcNow();
        night.Advance(journal, started, ct);
        var name = night.World.FirstExercise!;
        var from = Cursor.Find(after, name, journal);
        if (from is null)
            context.Log(LogSeverity.Warning, "The place to go on from is not in this journal; everything is handed over once more.");
        return new Outcome<CollectedPage>.Success(Page(night, journal, name, from ?? 0, started));
    }

    private CollectedPage Page(Night night, JournalFile journal, string name, long from, DateTimeOffset started)
    {
        var items = new List<CollectedItem>();
        var next = from;
        using var body = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (offset, line) in journal.Lines(from))
        {
            if (items.Count == MostItems || offset - from > MostBytes)
                break;
            body.AppendData(line.Span);
            body.AppendData("\n"u8);
            next = offset + line.Length + 1;
            if (Night.Read(line.Span) is { IsNews: true } entry)
                items.Add(ItemOf.Line(entry, line.ToArray()));
        }

        var now = context.Clock.GetUtcNow();
        var exchange = new Exchange(
            $"READ rehearsal:{night.ScenarioName}?from={from}", 0, "Rehearsal: true", body.GetHashAndReset(), started, now);
        return new CollectedPage(items, [exchange], Cursor.Write(name, next), next < journal.Length || night.NextDue(now) <= now);
    }
}
