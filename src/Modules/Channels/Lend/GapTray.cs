namespace PoliceSocial.Channels.Lend;

/// <summary>Gaps that a connector noticed in the middle of a call, until they are written down.</summary>
internal sealed class GapTray
{
    private readonly Lock _lock = new();
    private readonly List<ChannelSign.Gap> _gaps = [];

    public void Put(params IEnumerable<ChannelSign.Gap> gaps)
    {
        lock (_lock)
            _gaps.AddRange(gaps);
    }

    public IReadOnlyList<ChannelSign.Gap> Take()
    {
        lock (_lock)
        {
            if (_gaps.Count == 0)
                return [];
            IReadOnlyList<ChannelSign.Gap> gaps = [.. _gaps];
            _gaps.Clear();
            return gaps;
        }
    }
}
