namespace PoliceSocial.Access.Sessions;

/// <summary>Sessions to show, and which of them is the one that asks.</summary>
internal sealed record SessionList(IReadOnlyList<SessionRow> Sessions, long Own);
