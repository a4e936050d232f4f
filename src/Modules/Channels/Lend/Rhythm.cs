namespace PoliceSocial.Channels.Lend;

/// <summary>How a channel's last days went, and from them: how long a silence is usual.</summary>
internal sealed class Rhythm(long channelId, IEnumerable<RhythmRow> days)
{
    private const int DaysRemembered = 14;
    private const int DaysNeeded = 3;
    private static readonly TimeSpan ShortestAlarm = TimeSpan.FromHours(1);
    private readonly SortedDictionary<int, RhythmRow> _days = new(days.ToDictionary(d => d.Day));

    public IReadOnlyCollection<RhythmRow> Days => _days.Values;

    /// <summary>
    /// Twice the longest silence of the last fortnight, an hour at the least; null until something has come on three days: an alarm
    /// that is raised from too little is soon ignored.
    /// </summary>
    public TimeSpan? AlarmAfter
    {
        get
        {
            if (_days.Count < DaysNeeded)
                return null;
            var twice = TimeSpan.FromSeconds(2 * _days.Values.Max(d => d.LongestSilence));
            return twice > ShortestAlarm ? twice : ShortestAlarm;
        }
    }

    public static int DayOf(DateTimeOffset at) => (int)(at - DateTimeOffset.UnixEpoch).TotalDays;

    /// <summary>Something came.</summary>
    public Rhythm With(DateTimeOffset? last, DateTimeOffset now, int count)
    {
        var day = DayOf(now);
        var silence = last is { } then && now > then ? (long)(now - then).TotalSeconds : 0;
        var before = _days.GetValueOrDefault(day);
        var today = new RhythmRow
        {
            ChannelId = channelId,
            Day = day,
            Events = (before?.Events ?? 0) + count,
            LongestSilence = Math.Max(before?.LongestSilence ?? 0, silence),
        };
        return new(channelId, _days.Values.Where(d => d.Day != day).Append(today).OrderBy(d => d.Day).TakeLast(DaysRemembered));
    }
}
