namespace PoliceSocial.Network;

/// <summary>A post on the test network.</summary>
/// <param name="Uri">Its <c>at://</c> address.</param>
/// <param name="Cid">The identifier of this version.</param>
/// <param name="Root">The post at the root of its thread; null where it is the root.</param>
public sealed record AtPost(string Uri, string Cid, AtPost? Root = null)
{
    /// <summary>The last part of its address.</summary>
    public string Key => Uri[(Uri.LastIndexOf('/') + 1)..];
}

/// <summary>A picture on a post.</summary>
/// <param name="Bytes">Its bytes.</param>
/// <param name="MediaType">Its type.</param>
/// <param name="AltText">Its description.</param>
public sealed record AtPicture(byte[] Bytes, string MediaType, string AltText);

/// <summary>A direct message.</summary>
/// <param name="Id">Its identifier within the conversation.</param>
/// <param name="ConversationId">The conversation's.</param>
/// <param name="SenderDid">Who wrote it.</param>
/// <param name="Text">Its text.</param>
public sealed record AtMessage(string Id, string ConversationId, string SenderDid, string Text);
