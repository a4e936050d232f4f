namespace PoliceSocial.Contracts.Channels;

/// <summary>How well the channels are, for the frame's pill.</summary>
public interface IChannelHealth
{
    /// <summary>How many connected channels are quiet for longer than is normal, and how many cannot be reached or need a new sign-in.</summary>
    Task<(int Quiet, int Down)> CountAsync(CancellationToken ct);
}
