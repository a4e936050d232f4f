using System.Globalization;
using System.Text;
using PoliceSocial.Ledger.Notes;

namespace PoliceSocial.Ledger.Verify;

/// <summary>
/// Watches entries' times. Acts are written down in the order they reach the ledger, so small steps back are everyday; a large
/// one says that somebody set a clock.
/// </summary>
internal sealed class ClockWatch(int log)
{
    private readonly byte[] _last = new byte[LedgerTime.Length];
    private long _count;
    private long _largestAt;
    private TimeSpan _largest;

    public Notice? Notice => _count == 0
        ? null
        : new(NoticeKind.ClockWentBack, log, _largestAt, string.Create(
            CultureInfo.InvariantCulture,
            $"In log {log}, {_count} entries have a time before the entry they follow; the largest step back, {_largest:c}, is at entry {_largestAt}."));

    public void See(long index, ReadOnlySpan<byte> time)
    {
        // The texts sort as the times do.
        if (time.SequenceCompareTo(_last) < 0)
            StepBack(index, time);

        time.CopyTo(_last);
    }

    private void StepBack(long index, ReadOnlySpan<byte> time)
    {
        _count++;
        var step = LedgerTime.Read(Encoding.ASCII.GetString(_last)) - LedgerTime.Read(Encoding.ASCII.GetString(time)) ?? TimeSpan.Zero;
        if (step > _largest)
            (_largest, _largestAt) = (step, index);
    }
}
