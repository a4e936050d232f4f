using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Bluesky;

/// <summary>A server's complete answer to one request.</summary>
internal sealed record Answer(
    int Status, ReadOnlyMemory<byte> Body, string MediaType, IReadOnlyDictionary<string, string> Headers, Exchange Exchange)
{
    public bool IsSuccess => Status is >= 200 and < 300;

    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
