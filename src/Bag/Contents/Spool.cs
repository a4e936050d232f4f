using System.Runtime.CompilerServices;

namespace PoliceSocial.Bag.Contents;

/// <summary>
/// The timeline on its way through several forms: read from the force's store once, so that all forms say the same, and kept in a
/// file that is gone when the export ends, so that memory does not grow with it.
/// </summary>
internal sealed class Spool : IDisposable
{
    private readonly FileStream _file;

    private Spool(FileStream file) => _file = file;

    public long Count { get; private set; }

    public static async Task<Spool> FillAsync(string folder, IAsyncEnumerable<TimelineLine> lines, CancellationToken ct)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            BufferSize = 1 << 18,
            Options = FileOptions.DeleteOnClose | FileOptions.SequentialScan,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var spool = new Spool(new FileStream(Path.Combine(folder, Path.GetRandomFileName()), options));
        await using var writer = new BinaryWriter(spool._file, System.Text.Encoding.Unicode, leaveOpen: true);
        await foreach (var line in lines.WithCancellation(ct))
        {
            Write(writer, line);
            spool.Count++;
        }

        return spool;
    }

    public async IAsyncEnumerable<TimelineLine> LinesAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await _file.FlushAsync(ct);
        _file.Position = 0;
        using var reader = new BinaryReader(_file, System.Text.Encoding.Unicode, leaveOpen: true);
        for (var i = 0L; i < Count; i++)
        {
            ct.ThrowIfCancellationRequested();
            yield return Read(reader);
        }
    }

    public void Dispose() => _file.Dispose();

    private static void Write(BinaryWriter to, TimelineLine line)
    {
        to.Write(line.At.UtcTicks);
        to.Write((byte)line.Kind);
        to.Write(line.Conversation);
        to.Write(line.Id);
        to.Write(line.ReceivedAt?.UtcTicks ?? -1);
        foreach (var text in (ReadOnlySpan<string>)[line.Channel, line.Audience, line.Who, line.Handle, line.Text, line.NetworkId, line.Permalink, line.Sha256, line.Exhibit, line.Removed, line.Incident])
            to.Write(text);
        to.Write(line.Media.Count);
        foreach (var (name, type, alt, said) in line.Media)
        {
            to.Write(name);
            to.Write(type);
            to.Write(alt);
            to.Write(said);
        }
    }

    private static TimelineLine Read(BinaryReader from)
    {
        var at = new DateTimeOffset(from.ReadInt64(), TimeSpan.Zero);
        var (kind, conversation, id, received) = ((LineKind)from.ReadByte(), from.ReadInt64(), from.ReadInt64(), from.ReadInt64());
        return new()
        {
            At = at,
            Kind = kind,
            Conversation = conversation,
            Id = id,
            ReceivedAt = received < 0 ? null : new(received, TimeSpan.Zero),
            Channel = from.ReadString(),
            Audience = from.ReadString(),
            Who = from.ReadString(),
            Handle = from.ReadString(),
            Text = from.ReadString(),
            NetworkId = from.ReadString(),
            Permalink = from.ReadString(),
            Sha256 = from.ReadString(),
            Exhibit = from.ReadString(),
            Removed = from.ReadString(),
            Incident = from.ReadString(),
            Media = ReadMedia(from),
        };
    }

    private static LineMedia[] ReadMedia(BinaryReader from)
    {
        var media = new LineMedia[from.ReadInt32()];
        for (var i = 0; i < media.Length; i++)
            media[i] = new(from.ReadString(), from.ReadString(), from.ReadString(), from.ReadString());
        return media;
    }
}
