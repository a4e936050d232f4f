using System.Globalization;
using PoliceSocial.Rehearsal.Journal;

namespace PoliceSocial.Rehearsal.Collect;

/// <summary>How far a channel has read: which journal, and how many bytes of it.</summary>
internal static class Cursor
{
    public static string Write(string journal, long offset) => $"{journal}:{offset.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Where to go on; null where the place is not one of this journal (it was emptied or restored).</summary>
    public static long? Find(string? after, string journal, JournalFile file) => after is null
        ? 0
        : after.Split(':') is [var name, var place] && name == journal
            && long.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var offset) && file.StartsLine(offset)
            ? offset
            : null;
}
