using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Rehearsal.Script;
using PoliceSocial.Rehearsal.Play;

namespace PoliceSocial.Rehearsal.Publish;

/// <summary>Where a message of the force goes on the network.</summary>
internal sealed record Address(MessageKind Kind, Account? To, string? Thread, string Root)
{
    /// <summary>Finds it, or says why there is none.</summary>
    public static (Address? Address, string? Why) Of(Night night, Outbound outbound, DateTimeOffset now) => outbound.Kind switch
    {
        OutboundKind.Post => (new Address(MessageKind.Post, null, null, ""), null),
        OutboundKind.PublicReply => Public(night, outbound),
        OutboundKind.PrivateMessage => Private(night, outbound, now),
    };

    private static (Address? Address, string? Why) Public(Night night, Outbound outbound)
    {
        var exercise = night.World.Exercise!;
        if (outbound.InReplyTo is not { } answered || !answered.StartsWith(exercise + ".", StringComparison.Ordinal))
            return (null, "The message it answers belongs to no exercise that is running.");
        if (night.World.IsGone(answered) || (Ids.KeyOf(answered) is { } key && !night.World.Sent.IsThere(key)))
            return (null, "The message it answers has been deleted.");
        var handle = ReplyHandle.Parse(outbound.ReplyHandle) ?? new ReplyHandle(Scenario.Force, "", outbound.ThreadId ?? answered);
        return handle.Thread.Contains(".private.", StringComparison.Ordinal)
            ? (null, "The message it answers is private; answer it privately.")
            : (new Address(MessageKind.Comment, Find(night, handle.Person), handle.Thread, handle.Root), null);
    }

    private static (Address? Address, string? Why) Private(Night night, Outbound outbound, DateTimeOffset now)
    {
        var exercise = night.World.Exercise!;
        var person = outbound.Recipient is { } recipient ? Ids.PersonOf(exercise, recipient) : ReplyHandle.Parse(outbound.ReplyHandle)?.Person;
        if (person is null || Find(night, person) is not { } to)
            return (null, "Nobody in the running exercise is the person it is addressed to.");
        return night.World.LastWrote(person) is not { } last ? (null, $"{to.Name} has not written to the force, so they cannot be written to privately.")
            : now - last > Limits.All.PrivateWindow ? (null, $"{to.Name} last wrote more than 24 hours ago; the network no longer lets you write to them privately.")
            : (new Address(MessageKind.Private, to, night.Composer.PrivateThread(person), ""), null);
    }

    private static Account? Find(Night night, string person) => person == Scenario.Force ? null
        : (night.Scenario.Find(person) ?? Crowd.Find(night.Scenario, person)) is { } found ? night.Composer.AccountOf(found) : null;
}
