using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PoliceSocial.Access;
using PoliceSocial.Channels;
using PoliceSocial.Contracts.Publishing;
using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Outboxes;
using PoliceSocial.Publishing;

namespace PoliceSocial.Modules.Tests.Platform;

/// <summary>The pump, with two listeners of DeliveryAttempted: Access and Channels. Each leaves a mark for what it heard.</summary>
public sealed class PumpTests
{
    private static readonly Statement MarkAccess = Statement.Of("INSERT INTO access.ParkedEvent (Publisher, Position, EventId, Type, Subject, Facts, Attempts, Error, ParkedAt) VALUES ('mark', @id, @id, '', '', '', 0, '', 0)");
    private static readonly Statement<long> MarksOfAccess = Statement.Of<long>("SELECT EventId FROM access.ParkedEvent WHERE Publisher = 'mark' ORDER BY EventId");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [Databases]
    public async Task Events_AreHeardInOrder_ByEveryListener(Dialect dialect)
    {
        await using var force = await OpenAsync(dialect);
        await PumpAsync(force);
        await RaiseAsync(force, [.. Enumerable.Range(1, 50).Select(n => (long)n)]);
        await UntilAsync(force, () => force.Get<WhenAccess>().Heard.Count == 50 && force.Get<WhenChannels>().Heard.Count == 50, "both listeners heard 50 events");
        Assert.Equal(Enumerable.Range(1, 50).Select(n => (long)n), force.Get<WhenAccess>().Heard);
        Assert.Equal(Enumerable.Range(1, 50).Select(n => (long)n), force.Get<WhenChannels>().Heard);
    }

    [Theory]
    [Databases]
    public async Task AnEffect_WhenTheHandlerThrowsAfterItsChange_HappensOnce(Dialect dialect)
    {
        await using var force = await OpenAsync(dialect);
        force.Get<WhenAccess>().Fail = (id, attempt) => id == 2 && attempt < 3;
        await PumpAsync(force);
        await RaiseAsync(force, 1, 2, 3);
        await UntilAsync(force, async () => (await MarksAsync(force)).Count == 3, "three marks");
        Assert.Equal([1, 2, 3], await MarksAsync(force));
        Assert.Empty(await ParkedAsync(force));
        Assert.True(force.Get<WhenAccess>().Attempts[2] >= 3);
    }

    [Theory]
    [Databases]
    public async Task APoisonEvent_IsParkedAfterFiveAttempts_AndLaterOnesAreHeard(Dialect dialect)
    {
        await using var force = await OpenAsync(dialect);
        force.Get<WhenAccess>().Fail = (id, _) => id == 2;
        await PumpAsync(force);
        await RaiseAsync(force, 1, 2, 3);
        await UntilAsync(force, async () => (await ParkedAsync(force)).Count == 1 && (await MarksAsync(force)).Count == 2, "one event parked and two heard");
        var parked = Assert.Single(await ParkedAsync(force));
        Assert.Equal(("publishing", "Publishing.DeliveryAttempted", "delivery:2", 5), (parked.Publisher, parked.Type, parked.Subject, parked.Attempts));
        Assert.Contains("planted failure", parked.Error, StringComparison.Ordinal);
        Assert.Equal([1, 3], await MarksAsync(force));
        Assert.Equal(1, Assert.Single(force.Get<PumpHealth>().ParkedByLine).Value);
        await UntilAsync(force, () => force.Get<WhenChannels>().Heard.Count == 3, "the other listener heard all three");
    }

    [Theory]
    [Databases]
    public async Task AHandlerThatChangesAndRaisesNothing_IsParked(Dialect dialect)
    {
        await using var force = await OpenAsync(dialect);
        force.Get<WhenAccess>().Silent = true;
        await PumpAsync(force);
        await RaiseAsync(force, 1);
        await UntilAsync(force, async () => (await ParkedAsync(force)).Count == 1, "the event parked");
        Assert.Contains(nameof(UnrecordedChangeException), (await ParkedAsync(force))[0].Error, StringComparison.Ordinal);
        Assert.Empty(await MarksAsync(force));
    }

    [Theory]
    [Databases]
    public async Task ARestart_ResumesWhereEachListenerWas(Dialect dialect)
    {
        await using var force = await OpenAsync(dialect);
        var first = await PumpAsync(force);
        await RaiseAsync(force, 1, 2);
        await UntilAsync(force, async () => (await MarksAsync(force)).Count == 2, "two marks");
        await first.StopAsync(Ct);
        await RaiseAsync(force, 3, 4);
        Assert.Equal(2, (await MarksAsync(force)).Count);
        var second = ActivatorUtilities.CreateInstance<Pump>(force.Services);
        await second.StartAsync(Ct);
        await UntilAsync(force, async () => (await MarksAsync(force)).Count == 4, "four marks after the restart");
        await second.StopAsync(Ct);
        Assert.Equal([1, 2, 3, 4], force.Get<WhenAccess>().Heard);
    }

    [Theory]
    [Databases]
    public async Task Trimming_KeepsWhatOneListenerHasNotHeard(Dialect dialect)
    {
        await using var force = await OpenAsync(dialect);
        force.Get<WhenChannels>().Hold = new TaskCompletionSource();
        await PumpAsync(force);
        await RaiseAsync(force, 1, 2);
        await UntilAsync(force, async () => (await MarksAsync(force)).Count == 2, "Access heard both");
        for (var round = 0; round < 10; round++)
        {
            force.Clock.Advance(TimeSpan.FromSeconds(6));
            Assert.Equal(2, (await force.RaisedAsync("publishing")).Count);
        }

        force.Get<WhenChannels>().Hold!.SetResult();
        await UntilAsync(force, async () => (await force.RaisedAsync("publishing")).Count == 0, "the outbox trimmed once everybody had heard", TimeSpan.FromSeconds(6));
    }

    [Theory]
    [Databases]
    public async Task Trimming_TakesAwayAll_HoweverManyPiecesItIs(Dialect dialect)
    {
        await using var force = await OpenAsync(dialect);
        await PumpAsync(force);
        await RaiseAsync(force, [.. Enumerable.Range(1, 1_200).Select(n => (long)n)]);
        await UntilAsync(force, async () => (await force.RaisedAsync("publishing")).Count == 0, "the outbox trimmed", TimeSpan.FromSeconds(6));
        Assert.Equal(1_200, force.Get<WhenAccess>().Heard.Count);
        Assert.Equal(1_200, force.Get<WhenChannels>().Heard.Count);
    }

    private static Task<TestForce> OpenAsync(Dialect dialect) => TestForce.OpenAsync(dialect, services => services
        .AddHearing<AccessModule, DeliveryAttempted, WhenAccess>()
        .AddHearing<ChannelsModule, DeliveryAttempted, WhenChannels>());

    /// <summary>Starts the pump alone: modules' own services are not what is tested.</summary>
    private static async Task<Pump> PumpAsync(TestForce force)
    {
        var pump = force.Services.GetServices<IHostedService>().OfType<Pump>().Single();
        await pump.StartAsync(Ct);
        return pump;
    }

    private static async Task RaiseAsync(TestForce force, params long[] ids)
    {
        await using var session = await force.Get<Store<PublishingModule>>().BeginAsync(force.ActOf(TestForce.Staff(7), Marks.Kind), Ct);
        foreach (var id in ids)
            session.Raise(Marks.Told(id));
        await session.CommitAsync(Ct);
    }

    private static Task<IReadOnlyList<long>> MarksAsync(TestForce force) => force.Get<Store<AccessModule>>().QueryAsync(MarksOfAccess, null, Ct);

    private static async Task<List<ParkedEventRow>> ParkedAsync(TestForce force) =>
        [.. (await force.Get<Store<AccessModule>>().QueryAsync(OutboxStatements.For("access").Parked, new { take = 100 }, Ct)).Where(p => p.Publisher != "mark")];

    private static Task UntilAsync(TestForce force, Func<bool> condition, string what) => UntilAsync(force, () => Task.FromResult(condition()), what);

    private static Task UntilAsync(TestForce force, Func<Task<bool>> condition, string what, TimeSpan? step = null) => TestForce.UntilAsync(async () =>
    {
        force.Clock.Advance(step ?? TimeSpan.FromMilliseconds(500));
        return await condition();
    }, what);

    private sealed class WhenAccess : IHear<DeliveryAttempted>
    {
        public ConcurrentQueue<long> Heard { get; } = [];

        public ConcurrentDictionary<long, int> Attempts { get; } = [];

        public Func<long, int, bool> Fail { get; set; } = (_, _) => false;

        public bool Silent { get; set; }

        public async Task HearAsync(DeliveryAttempted happened, Session session, CancellationToken ct)
        {
            var attempt = Attempts.AddOrUpdate(happened.DeliveryId, 1, (_, n) => n + 1);
            await session.ExecuteAsync(MarkAccess, new { id = happened.DeliveryId }, ct);
            if (Fail(happened.DeliveryId, attempt))
                throw new InvalidOperationException("a planted failure");
            if (!Silent)
                session.Raise(Marks.Told(happened.DeliveryId));
            Heard.Enqueue(happened.DeliveryId);
        }
    }

    private sealed class WhenChannels : IHear<DeliveryAttempted>
    {
        public ConcurrentQueue<long> Heard { get; } = [];

        public TaskCompletionSource? Hold { get; set; }

        public async Task HearAsync(DeliveryAttempted happened, Session session, CancellationToken ct)
        {
            if (Hold is { } hold)
                await hold.Task.WaitAsync(ct);
            Heard.Enqueue(happened.DeliveryId);
        }
    }
}
