using PoliceSocial.Bag.Verify;

namespace PoliceSocial.Bag.Tests;

/// <summary>A whole export with every kind of file that one can hold: whatever is done to any of them is found, and named.</summary>
public sealed class ExportTamperTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Verify_WhenAnyFileOfAnExportWasChangedCutRemovedOrRenamed_NamesIt()
    {
        var bag = await Given.ExportAsync(_folder, new InventedMaterial(5));
        Assert.Empty((await VerifyAsync(bag)).Findings);
        var files = Directory.GetFiles(bag, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        Assert.True(files.Count > 25);
        foreach (var file in files)
        {
            var bytes = await File.ReadAllBytesAsync(file, Given.Ct);
            foreach (var at in new[] { 0, bytes.Length / 3, bytes.Length / 2, bytes.Length - 1 }.Distinct())
            {
                var changed = (byte[])bytes.Clone();
                changed[at] ^= 1;
                await FoundAsync(bag, file, changed, $"byte {at} was changed");
            }

            await FoundAsync(bag, file, bytes[..^1], "its last byte was cut off");
            await FoundAsync(bag, file, [.. bytes, (byte)'\n'], "a byte was added");
            await File.WriteAllBytesAsync(file, bytes, Given.Ct);
            File.Move(file, file + "x");
            await NamedAsync(bag, file, "it was renamed");
            File.Move(file + "x", _folder.File("aside"));
            await NamedAsync(bag, file, "it was removed");
            File.Move(_folder.File("aside"), file);
        }

        Assert.Empty((await VerifyAsync(bag)).Findings);
    }

    public void Dispose() => _folder.Dispose();

    private static Task<BagReport> VerifyAsync(string bag) => BagVerifier.VerifyAsync(bag, new(), Given.Ct);

    private static async Task FoundAsync(string bag, string file, byte[] bytes, string what)
    {
        await File.WriteAllBytesAsync(file, bytes, Given.Ct);
        Assert.False((await VerifyAsync(bag)).IsSound, $"{Path.GetRelativePath(bag, file)}: {what}, and nobody noticed.");
    }

    private static async Task NamedAsync(string bag, string file, string what)
    {
        var name = Path.GetRelativePath(bag, file);
        Assert.True((await VerifyAsync(bag)).Findings.Any(f => f.Path == name || f.What.Contains(name, StringComparison.Ordinal)), $"{name}: {what}, and nobody named it.");
    }
}
