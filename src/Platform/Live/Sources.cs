using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Pages;

namespace PoliceSocial.Platform.Live;

/// <summary>A module's alarms, for the bar across every page. Every module that has some registers one.</summary>
public interface IAlarmSource
{
    /// <summary>The alarms that nobody has acknowledged and that this person may see, newest first. Asked often: cheap.</summary>
    Task<IReadOnlyList<RaisedAlarm>> AlarmsAsync(Person person, CancellationToken ct);

    /// <summary>The person who acknowledged an alarm that is no longer raised; null where it is over by itself, or another module's.</summary>
    Task<long?> WhoAcknowledgedAsync(RaisedAlarm alarm, CancellationToken ct);
}

/// <summary>A module's counts that mean work, by name (<c>inbox.unclaimed</c>). Every module that has some registers one.</summary>
public interface ICountSource
{
    /// <summary>The counts as this person may see them. Asked often: cheap.</summary>
    Task<IReadOnlyDictionary<string, int>> CountsAsync(Person person, CancellationToken ct);
}
