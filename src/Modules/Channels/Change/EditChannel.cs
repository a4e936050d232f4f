using PoliceSocial.Channels.Connect;
using PoliceSocial.Channels.Model;

namespace PoliceSocial.Channels.Change;

/// <summary>Changes what staff decide about a channel. Two people who edit at once do not overwrite each other.</summary>
internal sealed class EditChannel(Store<ChannelsModule> store, ChannelBook book, ActFactory acts)
{
    public static readonly ActKind Kind = new("channels.edit-channel");

    public static readonly Statement Save = Statement.Of(
        """
        UPDATE channels.Channel
        SET Name = @name, TeamId = @teamId, RepliesNeedApproval = @repliesNeedApproval, PurposeNeeded = @purposeNeeded, QuietRule = @quietRule,
            QuietMinutes = @quietMinutes, Version = Version + 1
        WHERE Id = @id AND Version = @version
        """);

    public async Task<EditOutcome> RunAsync(Person person, Channel channel, ChannelDetails details, long version, CancellationToken ct)
    {
        if (!channel.CoveredBy(person, ChannelPermissions.Manage))
            return new EditOutcome.NotAllowed();
        if (new ChannelDetailsValidator().Validate(details) is { IsValid: false } invalid)
            return new EditOutcome.Invalid(invalid.Errors.ToLookup(e => e.PropertyName, e => e.ErrorMessage));

        var name = details.Name.Trim();
        int? minutes = details.QuietRule == QuietRule.Fixed ? details.QuietMinutes : null;
        await using var session = await store.BeginAsync(acts.By(person, Kind), ct);
        var saved = await session.ExecuteAsync(Save, new
        {
            id = channel.Id,
            version,
            name,
            teamId = details.TeamId,
            repliesNeedApproval = details.RepliesNeedApproval,
            purposeNeeded = details.PurposeNeeded,
            quietRule = details.QuietRule,
            quietMinutes = minutes,
        }, ct);
        if (saved == 0)
            return new EditOutcome.ChangedMeanwhile();
        session.Raise(new ChannelChanged(channel.Id, name, details.TeamId, details.RepliesNeedApproval, details.PurposeNeeded, minutes));
        await session.CommitAsync(ct);
        book.Forget();
        return new EditOutcome.Saved();
    }
}

/// <summary>What came of it.</summary>
internal abstract record EditOutcome
{
    public sealed record Saved : EditOutcome;

    public sealed record ChangedMeanwhile : EditOutcome;

    public sealed record Invalid(ILookup<string, string> Errors) : EditOutcome;

    public sealed record NotAllowed : EditOutcome;
}
