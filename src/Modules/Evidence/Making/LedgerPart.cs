using System.Text.Json;
using PoliceSocial.Bag.Contents;
using PoliceSocial.Contracts.Audit;

namespace PoliceSocial.Evidence.Making;

/// <summary>The ledger's entries as an export gives them: all of them proven, their details only where they are the capture's own.</summary>
internal sealed class LedgerPart(ILedgerExtract ledger, Cuts cuts, HashSet<long> hiddenMessages)
{
    private const string ItemCaptured = "inbox.ItemCaptured";
    private const string AttachmentCaptured = "inbox.AttachmentCaptured";
    private readonly List<CustodyLine> _custody = [];

    /// <summary>Who had, saw or changed it, as far as the ledger tells; filled while the extract is read.</summary>
    public IReadOnlyList<CustodyLine> Custody => _custody;

    public async Task<LedgerExtract?> FindAsync(ExportScope scope, CancellationToken ct) =>
        await ledger.FindAsync([("conversation", scope.Conversations), ("incident", scope.Incidents), ("delivery", scope.Published)], ct) is { } found ? new(found.Key, found.Checkpoint, LinesAsync(found.Entries)) : null;

    private async IAsyncEnumerable<ProvenLine> LinesAsync(IAsyncEnumerable<LedgerEntryFound> entries)
    {
        await foreach (var entry in entries)
        {
            // What the service captured is in the timeline, line by line; custody is what was done with it.
            if (!IsCapture(entry))
                _custody.Add(new(entry.At, entry.Who, entry.Phrase, entry.Number));
            yield return new(Line(entry), entry.Number, entry.Path);
        }
    }

    private string Line(LedgerEntryFound entry) => entry switch
    {
        { Facts: null } => $$"""{"leaf":{{entry.Leaf}},"erased":"0/{{entry.AllowedBy}}"}""",
        _ when IsCapture(entry) && !Hides(entry) => $$"""{"leaf":{{entry.Leaf}},"salt":"{{entry.Salt}}","facts":{{entry.Facts}}}""",
        _ => $$"""{"leaf":{{entry.Leaf}},"withheld":"not for this recipient"}""",
    };

    private static bool IsCapture(LedgerEntryFound entry) =>
        entry.Type.Equals(ItemCaptured, StringComparison.OrdinalIgnoreCase) || entry.Type.Equals(AttachmentCaptured, StringComparison.OrdinalIgnoreCase);

    /// <summary>Details of a capture hold the hash of what was captured: of what was removed they stay sealed.</summary>
    private bool Hides(LedgerEntryFound entry)
    {
        if (!cuts.Any)
            return false;
        using var facts = JsonDocument.Parse(entry.Facts!);
        return facts.RootElement.TryGetProperty("MessageId", out var message) ? hiddenMessages.Contains(message.GetInt64())
            : !facts.RootElement.TryGetProperty("AttachmentId", out var attachment) || cuts.HidesAttachment(attachment.GetInt64());
    }
}
