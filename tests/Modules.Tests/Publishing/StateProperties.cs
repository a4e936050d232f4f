using FsCheck.Xunit;
using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Publishing.Model;

namespace PoliceSocial.Modules.Tests.Publishing;

/// <summary>Whatever happens to a delivery, in whatever order: the network is never called again unless it certainly did nothing.</summary>
public sealed class StateProperties
{
    private const int Steps = 14;

    [Property(MaxTest = 2_000)]
    public void NoPath_CallsTheNetworkAgain_UnlessItCertainlyDidNothing(byte[] path)
    {
        var (d, at, mayHaveHappened) = (Fresh(), TestForce.Start, false);
        foreach (var step in path)
        {
            at += TimeSpan.FromSeconds(step);
            if (Next(d, step % Steps, at) is not { } move)
                continue;
            if (move.Kind == StepKind.Attempted)
            {
                Assert.False(mayHaveHappened, $"The network is called again after {d.State}.");
                mayHaveHappened = true;
            }

            if (move.Kind == StepKind.PutOff)
                mayHaveHappened = false;
            Assert.True(d.IsOpen(), $"{d.State} is an end, and {move.Kind} left it.");
            Assert.Equal(move.After.State == DeliveryState.OutcomeUnknown, move.After.LookAt is not null);
            d = move.After;
        }

        Assert.InRange(d.Attempts, 0, Patience.MostAttempts);
    }

    [Property(MaxTest = 500)]
    public void EveryState_HasAWayToItsEnd(byte[] path)
    {
        var (d, at) = (Fresh(), TestForce.Start);
        foreach (var step in path)
        {
            at += TimeSpan.FromSeconds(step);
            d = Next(d, step % Steps, at)?.After ?? d;
        }

        var later = at + TimeSpan.FromDays(2);
        d = d.State switch
        {
            DeliveryState.Intended => d.Drop(StepKind.Refused, "Too old.", later)!.After,
            DeliveryState.Attempting => d.Abandon(later)!.After.Looked(new(null), null, later)!.After,
            DeliveryState.OutcomeUnknown => d.Looked(new(null), null, later)!.After,
            DeliveryState.Sent or DeliveryState.Refused => d,
        };
        Assert.False(d.IsOpen());
    }

    private static Move? Next(DeliveryRow d, int step, DateTimeOffset at) => step switch
    {
        0 or 1 => d.Attempt(at),
        2 => d.Answered(new Outcome<Published>.Success(Post(at)), null, at),
        3 => d.Answered(new Outcome<Published>.Retry(TimeSpan.FromSeconds(1), "Busy."), null, at),
        4 => d.Answered(new Outcome<Published>.Reconnect("Signed out."), null, at),
        5 => d.Answered(new Outcome<Published>.Refused("No."), null, at),
        6 => d.Answered(new Outcome<Published>.Broken("Half an answer."), null, at),
        7 => d.Answered(new Outcome<Published>.OutcomeUnknown("Time-out."), null, at),
        8 => d.Abandon(at),
        9 => d.Looked(new(Post(at)), null, at),
        10 => d.Looked(new(null), null, at),
        11 => d.SeenByHand("https://network.example/1", null, "I looked.", at),
        12 => d.AbsentByHand("I looked.", at),
        _ => d.Stick(at),
    };

    private static Published Post(DateTimeOffset at) => new("post", null, at, ReadOnlyMemory<byte>.Empty);

    private static DeliveryRow Fresh() => new()
    {
        Id = 1,
        Turn = 1,
        Kind = DeliveryKind.PublicReply,
        ChannelId = 1,
        Text = "",
        ReplyHandle = "",
        AskedBy = 1,
        IntendedAt = TestForce.Start,
        State = DeliveryState.Intended,
        StateSince = TestForce.Start,
        Attempts = 0,
        WasUnknown = false,
        Reconciled = false,
        ByHand = false,
        Looks = 0,
        Version = 1,
    };
}
