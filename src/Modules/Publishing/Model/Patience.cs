namespace PoliceSocial.Publishing.Model;

/// <summary>How long is waited for what.</summary>
internal static class Patience
{
    /// <summary>How often the network may put a delivery off.</summary>
    public const int MostAttempts = 20;

    /// <summary>After this, what could not be sent is not wanted any more: an answer a day late can do harm.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>When nothing is known about how long to wait.</summary>
    public static readonly TimeSpan Unsaid = TimeSpan.FromSeconds(30);

    /// <summary>While a credential is not accepted; nothing is tried until the channel is well.</summary>
    public static readonly TimeSpan BeforeSignIn = TimeSpan.FromSeconds(10);

    /// <summary>A delivery that has not ended by then raises an alarm.</summary>
    public static readonly TimeSpan BeforeAlarm = TimeSpan.FromMinutes(2);

    /// <summary>So long the service reads back by itself before it alarms anybody about an unknown outcome.</summary>
    public static readonly TimeSpan BeforeAlarmWhenUnknown = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan[] BetweenLooks =
        [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    /// <summary>When something may be tried again; never at once, whatever a connector says.</summary>
    public static DateTimeOffset NotBefore(DateTimeOffset at, TimeSpan after) => at + (after > TimeSpan.FromSeconds(1) ? after : TimeSpan.FromSeconds(1));

    /// <summary>How long until the network is read back, after so many looks in vain.</summary>
    public static TimeSpan BeforeLook(int looks) => BetweenLooks[Math.Min(looks, BetweenLooks.Length - 1)];
}
