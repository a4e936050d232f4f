namespace PoliceSocial.Bluesky;

/// <summary>A direct message's identifier: the network's own is unique only within its conversation.</summary>
internal sealed record MessageName(string Conversation, string Message)
{
    public string Write() => $"{Conversation}/{Message}";
}
