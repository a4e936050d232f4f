namespace PoliceSocial.Bag.Verify;

/// <summary>A bag to be read: a zip, or a folder that it was unpacked to. Its names are safe.</summary>
internal interface IBagSource : IDisposable
{
    /// <summary>Every file by its path inside the bag.</summary>
    IReadOnlyDictionary<string, BagItem> Items { get; }

    /// <summary>The bytes of a file. Reading throws <see cref="InvalidDataException"/> where the container is broken there.</summary>
    Stream Open(BagItem item);
}

/// <summary>A file of a bag.</summary>
internal sealed record BagItem(string Path, long Length, object Where);
