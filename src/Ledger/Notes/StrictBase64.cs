namespace PoliceSocial.Ledger.Notes;

/// <summary>Base64 with one spelling per value: no white space, no missing padding, no loose bits in the last letter.</summary>
internal static class StrictBase64
{
    public static byte[]? Read(string text)
    {
        var bytes = new byte[(text.Length / 4 * 3) + 3];
        if (!Convert.TryFromBase64String(text, bytes, out var length))
            return null;

        var read = bytes[..length];
        return string.Equals(Convert.ToBase64String(read), text, StringComparison.Ordinal) ? read : null;
    }
}
