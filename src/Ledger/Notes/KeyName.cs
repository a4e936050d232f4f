namespace PoliceSocial.Ledger.Notes;

/// <summary>What C2SP signed-note allows in the name of a key: something, without spaces, plus signs or control characters.</summary>
internal static class KeyName
{
    public static bool IsValid(string name) => name.Length > 0 && !name.Any(c => c == '+' || char.IsWhiteSpace(c) || char.IsControl(c));
}
