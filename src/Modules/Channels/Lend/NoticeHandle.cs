using PoliceSocial.Channels.Model;

namespace PoliceSocial.Channels.Lend;

/// <summary>The network says that a channel's account goes by another handle now.</summary>
internal sealed class NoticeHandle(Store<ChannelsModule> store, ChannelBook book, ActFactory acts)
{
    public static readonly ActKind Kind = new("channels.notice-handle");

    public static readonly Statement Rename = Statement.Of(
        "UPDATE channels.Channel SET Handle = @handle, Version = Version + 1 WHERE Id = @id AND Handle <> @handle");

    public async Task RunAsync(Channel channel, string handle, CancellationToken ct)
    {
        handle = Clip.To(handle, 400);
        if (string.Equals(handle, channel.Row.Handle, StringComparison.Ordinal))
            return;
        await using var session = await store.BeginAsync(acts.ByService(Kind), ct);
        if (await session.ExecuteAsync(Rename, new { id = channel.Id, handle }, ct) == 0)
            return;
        session.Raise(new ChannelHandleChanged(channel.Id, handle));
        await session.CommitAsync(ct);
        book.Forget();
    }
}
