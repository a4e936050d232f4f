namespace PoliceSocial.Fixtures;

internal static class Announced
{
    public const string Version = "2.0.0";
}
