using PoliceSocial.Contracts.Access;
using static System.FormattableString;

namespace PoliceSocial.Audit.Telling;

/// <summary>What happens to people, roles, teams and sign-ins, in words.</summary>
internal static class PeoplePhrases
{
    public static Phrases AddPeople(this Phrases all) => all
        .Say<PersonAdded>((e, n) => $"added {n.Of(e.PersonId)} as {e.SignInName}")
        .Say<PersonRenamed>((e, n) => $"changed the name of {n.Of(e.PersonId)}")
        .Say<PersonDisabled>((e, n) => $"ended the account of {n.Of(e.PersonId)}: {e.Reason}")
        .Say<PersonEnabled>((e, n) => $"let {n.Of(e.PersonId)} in again")
        .Say<PersonReset>((e, n) => $"took away the password and second factor of {n.Of(e.PersonId)}")
        .Say<PersonUnlocked>((e, n) => $"unlocked {n.Of(e.PersonId)}")
        .Say<RoleAdded>(e => Invariant($"added role {e.RoleId} with {e.Permissions.Count} permissions"))
        .Say<RoleChanged>(e => Invariant($"changed role {e.RoleId}: given {List(e.Given)}; taken {List(e.Taken)}"))
        .Say<RoleRetired>(e => Invariant($"retired role {e.RoleId}"))
        .Say<RoleGiven>((e, n) => Invariant($"gave role {e.RoleId} to {n.Of(e.PersonId)}{(e.Everywhere ? " everywhere" : $" for {e.ChannelIds.Count} channels and {e.TeamIds.Count} teams")}"))
        .Say<RoleTaken>((e, n) => Invariant($"took role {e.RoleId} from {n.Of(e.PersonId)}"))
        .Say<TeamAdded>(e => Invariant($"added team {e.TeamId}"))
        .Say<TeamChanged>((e, n) => Invariant($"made team {e.TeamId} of {(e.MemberIds.Count == 0 ? "nobody" : string.Join(", ", e.MemberIds.Select(m => n.Of(m))))}, for {e.ChannelIds.Count} channels"))
        .Say<TeamClosed>(e => Invariant($"closed team {e.TeamId}"));

    public static Phrases AddSigningIn(this Phrases all) => all
        .Say<SignInSucceeded>(e => e.SecondFactor ? "signed in, with a second factor" : "signed in")
        .Say<SignInFailed>((e, n) => $"failed to sign in{(e.PersonId is { } who ? $" as {n.Of(who)}" : "")} ({e.Why})")
        .Say<PersonLockedOut>((e, n) => Invariant($"was locked out as {n.Of(e.PersonId)} until {e.Until:yyyy-MM-dd HH:mm} UTC"))
        .Say<RecoveryCodeUsed>(e => Invariant($"used a recovery code; {e.Left} are left"))
        .Say<SignedOut>(_ => "signed out")
        .Say<SessionRevoked>((e, n) => $"ended a session of {n.Of(e.PersonId)}")
        .Say<SessionsRevoked>((e, n) => $"ended {(e.KeptSessionId is null ? "all" : "all other")} sessions of {n.Of(e.PersonId)}")
        .Say<SessionsForgotten>(e => Invariant($"deleted {e.Count} sign-in sessions that ended before {e.Before:yyyy-MM-dd}"))
        .Say<AccessDenied>(e => $"was refused {e.Path}, which needs {e.Permission}")
        .Say<PasswordChosen>((e, n) => $"chose a password for {n.Of(e.PersonId)}{(e.BySetupLink ? " by a set-up link" : "")}")
        .Say<PasswordRehashed>((e, n) => $"stored the password of {n.Of(e.PersonId)} under a stronger hash")
        .Say<AuthenticatorKeyMade>((e, n) => $"made an authenticator key for {n.Of(e.PersonId)}")
        .Say<SecondFactorTurnedOn>((e, n) => $"turned the second factor of {n.Of(e.PersonId)} on")
        .Say<SecondFactorTurnedOff>((e, n) => $"turned the second factor of {n.Of(e.PersonId)} off")
        .Say<RecoveryCodesMade>((e, n) => Invariant($"made {e.Count} recovery codes for {n.Of(e.PersonId)}"));

    private static string List(IReadOnlyList<string> words) => words.Count == 0 ? "nothing" : string.Join(", ", words);
}
