namespace PoliceSocial.Incidents.Model;

/// <summary>Whether an incident is worked on.</summary>
internal enum IncidentState
{
    Open = 1,
    Closed = 2,
}

/// <summary>Where it is: targets differ between town and country.</summary>
internal enum Area
{
    Urban = 1,
    Rural = 2,
}

/// <summary>Whether there is something that the law wants recorded (a crime).</summary>
internal enum RecordingAnswer
{
    /// <summary>The service has no such duty.</summary>
    NotAsked = 0,

    /// <summary>Nobody has decided; the clock runs.</summary>
    Undecided = 1,
    Yes = 2,
    No = 3,
}
