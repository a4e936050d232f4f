namespace PoliceSocial.Platform;

/// <summary>
/// Makes ids: 63-bit numbers that grow with time, so that the newest rows lie together and an id can order a list. From the
/// top: 42 bits of milliseconds since 2024, 6 bits of host, 15 bits of sequence.
/// </summary>
/// <param name="clock">The clock.</param>
/// <param name="host">0 to 63; each host over one database has its own.</param>
public sealed class Ids(TimeProvider clock, int host = 0)
{
    private const int HostBits = 6;
    private const int SequenceBits = 15;
    private static readonly long Epoch = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
    private readonly long _host = host is >= 0 and < 1 << HostBits
        ? (long)host << SequenceBits
        : throw new ArgumentOutOfRangeException(nameof(host), host, "A host's number lies between 0 and 63.");

    private long _last;

    /// <summary>A new id, greater than every earlier one of this host, even when the clock is set back.</summary>
    public long New()
    {
        while (true)
        {
            var last = Volatile.Read(ref _last);
            var floor = (clock.GetUtcNow().ToUnixTimeMilliseconds() - Epoch) << SequenceBits;
            var next = Math.Max(last + 1, floor);
            if (Interlocked.CompareExchange(ref _last, next, last) == last)
                return WithHost(next);
        }
    }

    /// <summary>The smallest id that could have been made at an instant; the border for "since then" in a list ordered by id.</summary>
    public static long At(DateTimeOffset instant) =>
        Math.Max(0, instant.ToUnixTimeMilliseconds() - Epoch) << (SequenceBits + HostBits);

    private long WithHost(long next) =>
        next >> SequenceBits << (SequenceBits + HostBits) | _host | next & ((1 << SequenceBits) - 1);
}
