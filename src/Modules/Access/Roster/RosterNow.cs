using System.Collections.Frozen;
using PoliceSocial.Access.People;
using PoliceSocial.Platform.Access;

namespace PoliceSocial.Access.Roster;

/// <summary>Everybody, with what they may do: one picture of a moment.</summary>
internal sealed record RosterNow(FrozenDictionary<long, Member> Members, IReadOnlyList<TeamRow> Teams)
{
    public Member? Of(long personId) => Members.GetValueOrDefault(personId);
}

/// <summary>One person of the roster.</summary>
/// <param name="Row">Who.</param>
/// <param name="Grants">What they may do; nothing unless they are active.</param>
/// <param name="NeedsSecondFactor">True where a role of theirs asks for one.</param>
internal sealed record Member(MemberRow Row, Grants Grants, bool NeedsSecondFactor)
{
    public bool IsActive => Row.State == PersonState.Active;
}
