using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Win32.SafeHandles;

namespace PoliceSocial.Access.Passwords;

/// <summary>
/// Looks a password up in the force's own list: a text file of lines <c>SHA1</c> or <c>SHA1:count</c>, in ascending order. It is
/// searched where it lies (the full list is some 40 GB): about thirty short reads.
/// </summary>
internal sealed class BreachedFile(IOptions<AccessOptions> options, ILogger<BreachedFile> log)
{
    private const int HashLength = 40;
    private const int LongestLine = 80;

    /// <summary>Is it in the list? False where no list is configured.</summary>
    /// <exception cref="IOException">A list is configured and cannot be read: a password must not pass unchecked.</exception>
    public bool Contains(string password)
    {
        if (string.IsNullOrWhiteSpace(options.Value.BreachedPasswordFile))
            return false;
        try
        {
            using var file = File.OpenHandle(options.Value.BreachedPasswordFile, options: FileOptions.RandomAccess);
            return Contains(file, Hash(password));
        }
        catch (IOException e)
        {
            log.LogError(e, "The list of breached passwords cannot be read; passwords cannot be chosen until it can. Correct Access:BreachedPasswordFile.");
            throw;
        }
    }

    // SHA-1 is what the published lists are made of; nothing is protected by it here.
#pragma warning disable CA5350
    private static string Hash(string password) => Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)));
#pragma warning restore CA5350

    private static bool Contains(SafeFileHandle file, string wanted)
    {
        long low = 0, high = RandomAccess.GetLength(file);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var (start, line) = LineFrom(file, middle, low);
            if (line.Length < HashLength)
            {
                high = middle;
                continue;
            }

            switch (string.CompareOrdinal(line[..HashLength].ToUpperInvariant(), wanted))
            {
                case 0: return true;
                case < 0: low = start + line.Length + 1; break;
                default: high = middle; break;
            }
        }

        return false;
    }

    /// <summary>The first line that begins at or after a position, without its line feed; empty where there is none.</summary>
    private static (long Start, string Line) LineFrom(SafeFileHandle file, long position, long firstLine)
    {
        Span<byte> buffer = stackalloc byte[LongestLine * 2];
        // From one byte earlier: a line that begins exactly here follows a line feed there.
        var from = position == firstLine ? position : position - 1;
        var read = buffer[..RandomAccess.Read(file, buffer, from)];
        var skip = position == firstLine ? 0 : read.IndexOf((byte)'\n') + 1;
        if (position != firstLine && skip == 0)
            return (position, "");
        var line = read[skip..];
        var end = line.IndexOf((byte)'\n');
        return (from + skip, Encoding.ASCII.GetString(end < 0 ? line : line[..end]));
    }
}
