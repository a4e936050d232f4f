namespace PoliceSocial.Rehearsal.Play;

/// <summary>A reaction that has been set off and has not happened yet.</summary>
internal sealed record Pending(string Id, DateTimeOffset Due, Script.Step Step, string Person, Entry Sent, int Cycle) : IComparable<Pending>
{
    public int CompareTo(Pending? other) => other is null ? 1
        : Due.CompareTo(other.Due) is not 0 and var byTime ? byTime
        : string.CompareOrdinal(Id, other.Id);
}
