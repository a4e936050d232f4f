using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Alarming;

/// <summary>Somebody on the desk takes note that a call about alarms went wrong, and sees to it that people learn of them otherwise.</summary>
internal sealed class NoteCall(Store<InboxModule> store, ActFactory acts)
{
    public static readonly ActKind Kind = new("inbox.note-alarm-call");

    public async Task HandleAsync(Person person, long callId, CancellationToken ct)
    {
        await using var session = await store.BeginAsync(acts.By(person, Kind), ct);
        if (await session.ExecuteAsync(AlarmCallStatements.Note, new { id = callId, at = session.Act.At, personId = person.Id }, ct) != 1)
            return;
        session.Raise(new AlarmCallNoted(callId));
        await session.CommitAsync(ct);
    }
}
