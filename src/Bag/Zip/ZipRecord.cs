namespace PoliceSocial.Bag.Zip;

/// <summary>One file of a zip as its directory lists it.</summary>
internal sealed record ZipRecord(string Path, ushort Method, uint Crc, long Packed, long Length, long Offset);
