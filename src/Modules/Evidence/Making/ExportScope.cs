namespace PoliceSocial.Evidence.Making;

/// <summary>What an export covers, with the names that appear in it.</summary>
internal sealed record ExportScope(
    IReadOnlyList<long> Conversations, bool WithNotes, IReadOnlyDictionary<long, string> People, IReadOnlyDictionary<long, string> Channels)
{
    /// <summary>A colleague's name.</summary>
    public string NameOf(long personId) => personId == 0 ? "the service" : People.GetValueOrDefault(personId, FormattableString.Invariant($"person {personId}"));

    public string ChannelOf(long channelId) => Channels.GetValueOrDefault(channelId, FormattableString.Invariant($"channel {channelId}"));

    /// <summary>What it covers, in words.</summary>
    public string Words => Conversations.Count <= 5
        ? $"conversation {string.Join(", ", Conversations)}"
        : FormattableString.Invariant($"{Conversations.Count} conversations, {Conversations[0]} to {Conversations[^1]}");
}
