namespace PoliceSocial.Fixtures;

internal static class Announced
{
    public const string Version = "1.0.0";
}
