namespace PoliceSocial.Bag.Writing;

/// <summary>A file of the bag with its hashes, as the manifests list it.</summary>
/// <param name="Path">Its path inside the bag, with forward slashes.</param>
/// <param name="Length">How many bytes it has.</param>
/// <param name="Sha256">Its SHA-256.</param>
/// <param name="Sha512">Its SHA-512.</param>
public sealed record FileDigest(string Path, long Length, ReadOnlyMemory<byte> Sha256, ReadOnlyMemory<byte> Sha512);
