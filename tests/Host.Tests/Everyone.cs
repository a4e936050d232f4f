namespace PoliceSocial.Host.Tests;

/// <summary>The sign-in names of the rehearsal force, by what they do.</summary>
internal static class Everyone
{
    public const string Operator = "rees";
    public const string Supervisor = "okafor";
    public const string Auditor = "whitlock";
    public const string Administrator = "morgan";
    public const string Author = "hale";
    public const string Coordinator = "vaughan";
    public const string EvidenceOfficer = "carver";
}
