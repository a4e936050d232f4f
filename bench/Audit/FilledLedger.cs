using System.Security.Cryptography;
using PoliceSocial.Audit;
using PoliceSocial.Audit.Sequencing;
using PoliceSocial.Audit.Signing;
using PoliceSocial.Audit.Verifying;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Outboxes;

namespace PoliceSocial.Bench.Audit;

/// <summary>A ledger that the sequencer itself filled, with checkpoints signed on the way.</summary>
internal static class FilledLedger
{
    private const int Batch = 500;
    private const int BetweenCheckpoints = 5_000;

    public static async Task<Force> OpenAsync(string folder, int entries, CancellationToken ct)
    {
        var force = await Force.OpenAsync(folder, ct);
        for (var at = 0; at < entries; at += Batch)
        {
            await using (var session = await force.Get<Schemas>().Of("audit").BeginBookkeepingAsync("a benchmark's entries", ct))
            {
                var rows = Enumerable.Range(at + 1, Math.Min(Batch, entries - at)).Select(n => RowOf(n)).ToList();
                await force.Get<Sequencer>().HearAsync("inbox", rows, session, ct);
                await session.CommitAsync(ct);
            }

            if (at % BetweenCheckpoints == 0)
                await force.Get<SignCheckpoint>().HandleAsync(ct);
        }

        await force.Get<SignCheckpoint>().HandleAsync(ct);
        return force;
    }

    public static async Task VerifyAsync(Force force, CancellationToken ct)
    {
        var keys = await force.Get<SigningKey>().PublicAsync(ct) ?? throw new InvalidOperationException("The ledger has no key.");
        var verdict = await new VerifyEntries(force.Get<Store<AuditModule>>(), keys).RunAsync(_ => { }, ct);
        if (!verdict.IsWhole)
            throw new InvalidOperationException(verdict.What);
    }

    private static OutboxRow RowOf(int number)
    {
        var id = ((long)number << 21) + 7_000_000_000;
        var at = new DateTimeOffset(2026, 11, 21, 2, 0, 0, TimeSpan.Zero).AddMilliseconds(number);
        var hash = Convert.ToBase64String(SHA256.HashData(BitConverter.GetBytes(number)));
        return new()
        {
            Position = number,
            Id = id,
            ActId = id - (number % 100),
            Act = "inbox.capture",
            ActorKind = (int)ActorKind.Service,
            ActorId = 0,
            At = at,
            Type = "inbox.ItemCaptured",
            Subject = FormattableString.Invariant($"conversation:{id / 3}"),
            Facts = $$"""{"ItemId":{{id}},"MessageId":{{id}},"ConversationId":{{id / 3}},"ChannelId":1,"Change":"Created","Kind":"Comment","NetworkTime":"{{at:O}}","ReceivedAt":"{{at:O}}","RawSha256":"{{hash}}"}""",
        };
    }
}
