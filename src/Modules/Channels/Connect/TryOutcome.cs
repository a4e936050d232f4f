using PoliceSocial.Channels.Model;

namespace PoliceSocial.Channels.Connect;

/// <summary>What the network said of a sign-in. All but the first end the attempt and forget what was filled in.</summary>
internal abstract record TryOutcome
{
    /// <summary>It is this account's, and it may be connected.</summary>
    public sealed record Accepted(AttemptRow Attempt) : TryOutcome;

    /// <summary>The network did not take it.</summary>
    public sealed record NotAccepted(string Why) : TryOutcome;

    /// <summary>The account is a channel already.</summary>
    public sealed record AlreadyAChannel(Channel Channel) : TryOutcome;

    /// <summary>It is not the account whose history the channel holds.</summary>
    public sealed record AnotherAccount(string Handle, Channel Channel) : TryOutcome;

    /// <summary>What staff read, or null where it went well.</summary>
    public string? WhyNot => this switch
    {
        Accepted => null,
        NotAccepted n => n.Why,
        AlreadyAChannel a => $"This account is connected already, as {a.Channel.Name}. Nothing was changed. To renew its sign-in, open that channel and choose “Sign in again”.",
        AnotherAccount a =>
            $"That signs in as @{a.Handle}, but {a.Channel.Name} is @{a.Channel.Row.Handle} and its history belongs to that account. " +
            $"Nothing was changed. Sign in as @{a.Channel.Row.Handle}, or connect @{a.Handle} as a new channel.",
        _ => throw new InvalidOperationException("A sign-in is accepted or not."),
    };
}
