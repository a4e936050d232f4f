using System.Globalization;
using System.Text.RegularExpressions;
using System.Threading.Channels;

namespace PoliceSocial.Bench.Queue;

/// <summary>
/// An open queue: hears <c>/live</c> and reads its list again, as the script of the page does, with the same moments of waiting for
/// further changes. Tells the newest item that it shows.
/// </summary>
internal sealed partial class OpenScreen(Desk desk, Uri service)
{
    private readonly Random _chance = new(3);

    /// <summary>Looks until it is cancelled.</summary>
    public async Task LookAsync(Action<long> shows, CancellationToken ct)
    {
        var changed = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        var listening = desk.ListenAsync(new Uri(service, "/live"), line =>
        {
            if (line.Contains("\"topic\":\"inbox\"", StringComparison.Ordinal))
                changed.Writer.TryWrite(true);
        }, ct);
        try
        {
            while (await changed.Reader.WaitToReadAsync(ct))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200 + _chance.Next(200)), ct);
                changed.Reader.TryRead(out _);
                var text = await desk.ReadFragmentAsync(new Uri(service, "/inbox"), "conversations", ct);
                if (Numbers().Matches(text) is { Count: > 0 } numbers)
                    shows(numbers.Max(n => long.Parse(n.Groups[1].ValueSpan, CultureInfo.InvariantCulture)));
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // It was watched for long enough.
        }

        await listening;
    }

    [GeneratedRegex("Asked for the ([0-9]+)th time")]
    private static partial Regex Numbers();
}
