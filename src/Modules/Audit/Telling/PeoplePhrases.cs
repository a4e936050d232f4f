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
        .Say<RoleAdded>(e => Invariant($"added role {e.RoleId} with {Counted.Of(e.Permissions.Count, "permission")}"))
        .Say<RoleChanged>(e => Invariant($"changed role {e.RoleId}: given {List(e.Given)}; taken {List(e.Taken)}"))
        .Say<RoleRetired>(e => Invariant($"retired role {e.RoleId}"))
        .Say<RoleGiven>((e, n) => Invariant($"gave role {e.RoleId} to {n.Of(e.PersonId)}{(e.Everywhere ? " everywhere" : $" for {Counted.Of(e.ChannelIds.Count, "channel")} and {Counted.Of(e.TeamIds.Count, "team")}")}"))
        .Say<RoleTaken>((e, n) => Invariant($"took role {e.RoleId} from {n.Of(e.PersonId)}"))
        .Say<TeamAdded>(e => Invariant($"added team {e.TeamId}"))
        .Say<TeamChanged>((e, n) => Invariant($"made team {e.TeamId} of {(e.MemberIds.Count == 0 ? "nobody" : string.Join(", ", e.MemberIds.Select(m => n.Of(m))))}, for {Counted.Of(e.ChannelIds.Count, "channel")}"))
        .Say<TeamClosed>(e => Invariant($"closed team {e.TeamId}"));

    public static Phrases AddSigningIn(this Phrases all) => all
        .Say<SignInSucceeded>(e => e.SecondFactor ? "signed in, with a second factor" : "signed in")
        .Say<SignInFailed>((e, n) => $"failed to sign in{(e.PersonId is { } who ? $" as {n.Of(who)}" : "")}: {Why(e.Why)}")
        .Say<PersonLockedOut>((e, n) => Invariant($"was locked out as {n.Of(e.PersonId)} until {e.Until:yyyy-MM-dd HH:mm} UTC"))
        .Say<RecoveryCodeUsed>(e => Invariant($"used a recovery code; {e.Left} {(e.Left == 1 ? "is" : "are")} left"))
        .Say<SignedOut>(_ => "signed out")
        .Say<SessionRevoked>((e, n) => $"ended a session of {n.Of(e.PersonId)}")
        .Say<SessionsRevoked>((e, n) => $"ended {(e.KeptSessionId is null ? "all" : "all other")} sessions of {n.Of(e.PersonId)}")
        .Say<SessionsForgotten>(e => Invariant($"deleted {e.Count} sign-in sessions that ended before {e.Before:yyyy-MM-dd}"))
        .Say<AccessDenied>(e => $"was refused {e.Path}, which needs {e.Permission}")
        .Say<PasswordChosen>((e, n) => $"chose a password for {n.Of(e.PersonId)}{(e.BySetupLink ? " by a set-up link" : "")}")
        .Say<PasswordRehashed>((e, n) => $"stored the password of {n.Of(e.PersonId)} under a stronger hash")
        .Say<SecondFactorTurnedOn>((e, n) => $"turned the second factor of {n.Of(e.PersonId)} on")
        .Say<SecondFactorTurnedOff>((e, n) => $"turned the second factor of {n.Of(e.PersonId)} off")
        .Say<LanguageChosen>(e => $"chose {(e.Language == "cy" ? "Welsh" : "English")} as the language of their screens")
        .Say<RecoveryCodesMade>((e, n) => Invariant($"made {e.Count} recovery codes for {n.Of(e.PersonId)}"));

    private static string Why(SignInFailure why) => why switch
    {
        SignInFailure.UnknownName => "nobody has this sign-in name",
        SignInFailure.WrongPassword => "the password was wrong",
        SignInFailure.LockedOut => "the account was locked",
        SignInFailure.NotActive => "the account is not in use",
        SignInFailure.WrongCode => "the code was wrong",
        SignInFailure.CodeUsedBefore => "the code had been used before",
        SignInFailure.WrongRecoveryCode => "the recovery code was wrong or used up",
        SignInFailure.TooManyFromAddress => "there were too many attempts from that address",
    };

    private static string List(IReadOnlyList<string> words) => words.Count == 0 ? "nothing" : string.Join(", ", words);
}
