using System.Threading.Channels;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Live;

namespace PoliceSocial.Audit.Verifying;

/// <summary>How far the verification that runs now has come; one at a time.</summary>
internal sealed class VerificationProgress(LiveTopics topics)
{
    private const int TellEvery = 20_000;
    private readonly Channel<(Act Act, long Id)> _asked = Channel.CreateUnbounded<(Act Act, long Id)>();
    private long _running;
    private long _done;

    /// <summary>The run that is under way, or 0.</summary>
    public long Running => Volatile.Read(ref _running);

    /// <summary>How many entries it has read.</summary>
    public long Done => Volatile.Read(ref _done);

    public bool TryTake(long id) => Interlocked.CompareExchange(ref _running, id, 0) == 0;

    public void Ask(Act act, long id) => _asked.Writer.TryWrite((act, id));

    public IAsyncEnumerable<(Act Act, long Id)> AskedAsync(CancellationToken ct) => _asked.Reader.ReadAllAsync(ct);

    public void Tell(long done)
    {
        if (done / TellEvery != Interlocked.Exchange(ref _done, done) / TellEvery)
            topics.Changed("audit.verification");
    }

    public void End()
    {
        Volatile.Write(ref _done, 0);
        Volatile.Write(ref _running, 0);
        topics.Changed("audit.verification");
    }
}
