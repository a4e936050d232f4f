using PoliceSocial.Contracts.Audit;
using PoliceSocial.Ledger.Verify;

namespace PoliceSocial.Bench.Faults;

/// <summary>Judges what the kills have done.</summary>
internal static class Judgement
{
    private const long Sent = 3;
    private const long Refused = 4;
    private const long Unknown = 5;

    /// <summary>Exports the ledger of a stopped service and verifies it offline; null where it is sound.</summary>
    public static async Task<string?> OfLedgerAsync(string data, string folder, CancellationToken ct)
    {
        await using (var force = await Force.OpenAsync(data, ct))
            await force.Get<ILedgerExport>().ExportAsync(folder, "the fault run", ct);
        return LedgerVerifier.Verify(folder, new VerificationOptions(), ct).Fault?.ToString();
    }

    /// <summary>Prints all counts; returns whether every one is as it must be.</summary>
    public static bool Print(string data, Network network, IReadOnlyCollection<string> acknowledged, int unsound)
    {
        var items = Evidence.Items(data);
        var messages = Evidence.Messages(data);
        var replies = Evidence.Replies(data);
        var deliveries = Evidence.Deliveries(data);
        var keys = deliveries.Keys.Select(Digits).ToHashSet(StringComparer.Ordinal);
        var published = network.Published;
        var texts = replies.Select(r => r.Text).ToHashSet(StringComparer.Ordinal);
        Figures.Print("faults.items", items.Count, "items", network.Written);
        Figures.Print("faults.replies", replies.Count, "replies", Math.Max(1, acknowledged.Count));
        Figures.Print("faults.replies-found-by-reading-back", Evidence.ReadBack(data), "replies", 1);

        // A run in which nobody answered proves nothing.
        var isGood = replies.Count > 0 && published.Count > 0;
        Zero("faults.items-lost", network.Written - items.Count);
        Zero("faults.items-doubled", items.Values.Count(n => n > 1) + messages.Values.Count(n => n > 1));
        Zero("faults.items-not-in-ledger", Math.Abs(Evidence.CapturesInLedger(data) - items.Values.Sum()));
        Zero("faults.replies-lost", acknowledged.Count(text => !texts.Contains(text)));
        Zero("faults.replies-without-delivery", replies.Count(r => !deliveries.ContainsKey(r.Id)));
        Zero("faults.sent-twice", published.Values.Count(n => n > 1));
        Zero("faults.sent-unasked", published.Keys.Count(key => !keys.Contains(key)));
        Zero("faults.stuck", replies.Count(r => r.State is not (Sent or Refused or Unknown)) + deliveries.Values.Count(s => s is not (Sent or Refused or Unknown)));
        Zero("faults.said-sent-but-not", replies.Count(r => r.State == Sent && !Has(r.Id)));
        Zero("faults.said-refused-but-sent", replies.Count(r => r.State == Refused && Has(r.Id)));
        Zero("faults.ledger-unsound", unsound);
        return isGood;

        bool Has(long id) => published.ContainsKey(Digits(id));

        void Zero(string name, long count)
        {
            Figures.Print(name, count, "count", 1, "<=0");
            isGood &= count == 0;
        }
    }

    private static string Digits(long id) => FormattableString.Invariant($"{id}");
}
