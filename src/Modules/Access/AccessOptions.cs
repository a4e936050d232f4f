namespace PoliceSocial.Access;

/// <summary>The force's policy for signing in; the section <c>Access</c> of the configuration.</summary>
internal sealed class AccessOptions
{
    public const string Section = "Access";

    /// <summary>What an authenticator app calls the service.</summary>
    public string Issuer { get; set; } = "PoliceSocial";

    /// <summary>Length is what makes a password strong; which characters it has is left to the person.</summary>
    public int MinimumPasswordLength { get; set; } = 12;

    /// <summary>A list of breached passwords: lines of upper-case SHA-1 in ascending order, as Have I Been Pwned gives them out.</summary>
    public string? BreachedPasswordFile { get; set; }

    /// <summary>Must those whose role says so have a second factor? Unset means yes, except in Development.</summary>
    public bool? RequireSecondFactor { get; set; }

    public int FailuresBeforeLockout { get; set; } = 5;

    public int LockoutMinutes { get; set; } = 15;

    /// <summary>Failed attempts from one network address in five minutes; an office may share one.</summary>
    public int FailuresPerAddress { get; set; } = 30;

    /// <summary>An open screen keeps its session alive: a desk must not be signed out in a quiet night and miss an alarm.</summary>
    public int IdleMinutes { get; set; } = 240;

    /// <summary>A shift and its handover; then the person signs in again, whatever they do.</summary>
    public int LongestSessionHours { get; set; } = 12;

    /// <summary>How long the network address and the device of a sign-in are kept after its session ended.</summary>
    public int KeepSessionsDays { get; set; } = 90;

    public int SetupLinkHours { get; set; } = 24;

    public TimeSpan Idle => TimeSpan.FromMinutes(IdleMinutes);

    public TimeSpan LongestSession => TimeSpan.FromHours(LongestSessionHours);
}
