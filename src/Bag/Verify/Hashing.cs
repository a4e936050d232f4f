using System.Security.Cryptography;
using PoliceSocial.Bag.Writing;

namespace PoliceSocial.Bag.Verify;

/// <summary>Hashes a file with both hashes at once, on other threads than the one that unpacks it.</summary>
internal sealed class Hashing : IDisposable
{
    private const int BlockLength = 1 << 18;
    private readonly IncrementalHash _sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly IncrementalHash _sha512 = IncrementalHash.CreateHash(HashAlgorithmName.SHA512);
    private byte[] _reading = new byte[BlockLength];
    private byte[] _hashing = new byte[BlockLength];

    public async Task<FileDigest> OfAsync(string path, Stream stream, CancellationToken ct)
    {
        var length = 0L;
        var work = Task.CompletedTask;
        try
        {
            while (Fill(stream) is > 0 and var read)
            {
                await work;
                ct.ThrowIfCancellationRequested();
                (_reading, _hashing) = (_hashing, _reading);
                var block = _hashing.AsMemory(0, read);
                length += read;
                work = Task.WhenAll(Task.Run(() => _sha256.AppendData(block.Span), CancellationToken.None), Task.Run(() => _sha512.AppendData(block.Span), CancellationToken.None));
            }
        }
        finally
        {
            await work;
            (Sha256, Sha512) = (_sha256.GetHashAndReset(), _sha512.GetHashAndReset());
        }

        return new(path, length, Sha256, Sha512);
    }

    public void Dispose()
    {
        _sha256.Dispose();
        _sha512.Dispose();
    }

    private byte[] Sha256 { get; set; } = [];

    private byte[] Sha512 { get; set; } = [];

    private int Fill(Stream stream)
    {
        var filled = 0;
        for (int read; filled < BlockLength && (read = stream.Read(_reading.AsSpan(filled))) > 0;)
            filled += read;
        return filled;
    }
}
