using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Alarming;

/// <summary>An administrator has a test go out to every place that the policy knows, and sees on the list of calls what came of it.</summary>
internal sealed class TestCalls(Store<InboxModule> store, Policies policies, AlarmCalls calls, ActFactory acts)
{
    public static readonly ActKind Kind = new("inbox.test-alarm-call");

    /// <summary>How many go out; 0 where the policy knows no place.</summary>
    public async Task<int> HandleAsync(Person person, CallWay way, CancellationToken ct)
    {
        var (_, policy) = await policies.CurrentAsync(ct);
        await using var session = await store.BeginAsync(acts.By(person, Kind), ct);
        var count = await calls.OrderTestAsync(session, policy, way, ct);
        if (count == 0)
            return 0;
        session.Raise(new AlarmCallTested(way.ToString(), count));
        await session.CommitAsync(ct);
        return count;
    }
}
