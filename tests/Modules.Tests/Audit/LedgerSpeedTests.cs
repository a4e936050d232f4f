using System.Globalization;
using PoliceSocial.Audit;
using PoliceSocial.Audit.Sequencing;
using PoliceSocial.Audit.Signing;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Outboxes;

namespace PoliceSocial.Modules.Tests.Audit;

/// <summary>How fast and how small the ledger is. Run it in Release, on a machine with nothing else to do: <c>-explicit only</c>.</summary>
public sealed class LedgerSpeedTests
{
    private const int Entries = 100_000;

    [Fact(Explicit = true)]
    public async Task Sequence_OfCapturedItems_KeepsUpWithTheInboxOnOneCore()
    {
        await using var rig = await LedgerRig.OpenAsync(Dialect.Sqlite);
        await rig.SignAsync();
        var rows = Rows(rig);
        var before = new FileInfo(rig.Store).Length;

        var adding = await TimeAsync(async () =>
        {
            foreach (var batch in rows.Chunk(500))
            {
                await using var session = await rig.Get<Store<AuditModule>>().BeginBookkeepingAsync("measuring", LedgerRig.Ct);
                await rig.Get<Sequencer>().HearAsync("inbox", batch, session, LedgerRig.Ct);
                await session.CommitAsync(LedgerRig.Ct);
            }
        });
        var signing = await TimeAsync(() => rig.Get<SignCheckpoint>().HandleAsync(LedgerRig.Ct));
        var verifying = await TimeAsync(async () => Assert.True((await rig.VerifyAsync()).IsWhole));
        await rig.RestartAsync();
        var bytes = (new FileInfo(rig.Store).Length - before) / (double)Entries;

        TestContext.Current.SendDiagnosticMessage(string.Create(
            CultureInfo.InvariantCulture,
            $"added {Entries / adding.Wall:0}/s wall, {Entries / adding.Cpu:0}/s CPU; signed in {signing.Wall * 1000:0} ms; verified {Entries / verifying.Cpu:0}/s CPU; {bytes:0} bytes an entry"));
        Assert.True(Entries / adding.Cpu > 8_000, "8,000 entries a second on one core");
        Assert.True(bytes < 450, "450 bytes an entry");
    }

    private static List<OutboxRow> Rows(LedgerRig rig)
    {
        var (ids, events, acts) = (rig.Get<Ids>(), rig.Get<EventTypes>(), rig.Get<ActFactory>());
        var rows = new List<OutboxRow>(Entries);
        for (var i = 1; i <= Entries; i++)
        {
            var captured = new ItemCaptured(
                ids.New(), ids.New(), ids.New(), 1_890_000_000_000_000_000, "Created", "Comment", TestForce.Start, TestForce.Start.AddMilliseconds(i),
                Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(BitConverter.GetBytes(i))));
            rows.Add(events.ToRow(acts.ByService(new("inbox.collect")), captured) with { Position = i });
        }

        return rows;
    }

    private static async Task<(double Wall, double Cpu)> TimeAsync(Func<Task> work)
    {
        var (wall, cpu) = (TimeProvider.System.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await work();
        return (TimeProvider.System.GetElapsedTime(wall).TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
    }
}
