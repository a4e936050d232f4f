using System.Net;
using System.Text;
using Microsoft.AspNetCore.Html;
using PoliceSocial.Contracts.Channels;
using PoliceSocial.Inbox.Flag;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Inbox.Replying;
using PoliceSocial.Triage.Reading;

namespace PoliceSocial.Inbox.Reading;

/// <summary>The inbox in words.</summary>
internal static class Said
{
    public static string Way(int kind) => (Connectors.Sdk.ItemKind)kind switch
    {
        Connectors.Sdk.ItemKind.Comment => "Public comment",
        Connectors.Sdk.ItemKind.Mention => "Public mention",
        Connectors.Sdk.ItemKind.Quote => "Public quote",
        Connectors.Sdk.ItemKind.PrivateMessage => "Private message",
        _ => "Message",
    };

    public static string Name(string displayName, string handle) =>
        !string.IsNullOrWhiteSpace(displayName) ? displayName : handle.Length > 0 ? handle : "Name disposed of";

    public static string Deed(TimelineRow deed, ConversationView view)
    {
        var other = deed.OtherId is { } id ? view.NameOf(id) : "";
        var why = string.IsNullOrWhiteSpace(deed.Detail) ? "" : $": “{deed.Detail}”";
        return deed.Kind switch
        {
            Model.Deed.Flagged => "flagged it as a risk",
            Model.Deed.Acknowledged => "acknowledged the risk alarm",
            Model.Deed.Escalated => $"took the alarm further{why}",
            Model.Deed.Claimed => "claimed it",
            Model.Deed.Assigned => $"assigned it to {other}{why}",
            Model.Deed.HandedOver => $"handed it over to {other}{why}",
            Model.Deed.TakenOver => $"took it over{why}",
            Model.Deed.Released => $"let it go{why}",
            Model.Deed.Resolved => "resolved it",
            Model.Deed.SetWaiting => "set it to wait",
            Model.Deed.Snoozed => "put it off",
            Model.Deed.Reopened => $"opened it again{why}",
            Model.Deed.Woken => "brought it back: its time had come",
            Model.Deed.Tagged => $"changed its tags{why}",
            Model.Deed.Viewed => "looked at it",
            Model.Deed.ViewedOriginal => "opened an original attachment",
            Model.Deed.ReplyApproved => "approved the reply",
            Model.Deed.ReplyRejected => $"rejected the reply{why}",
            Model.Deed.ReplyWithdrawn => "took the reply back",
            Model.Deed.ReplySent => $"saw the network confirm the reply{why}",
            Model.Deed.ReplyRefused => $"learned that the reply was not published{why}",
            Model.Deed.ReplyOutcomeUnknown => $"could not learn whether the reply was published{why}",
            Model.Deed.Noted => "wrote a note",
            Model.Deed.ReplyWritten => "wrote a reply",
            Model.Deed.Undone => Undone(deed.Detail),
            Model.Deed.WentPrivate => "saw the private answer begin a private conversation",
            Model.Deed.CameFromPublic => "saw this begin with a private answer to a public conversation",
            Model.Deed.Decided => $"decided on the suggested grade{why}",
            Model.Deed.CarriedOver => $"gave it to {other}, who has the public conversation",
        };
    }

    private static string Undone(string? what) => Enum.TryParse<Deed>(what, out var deed) ? deed switch
    {
        Model.Deed.Claimed => "undid claiming it",
        Model.Deed.Assigned => "undid assigning it",
        Model.Deed.HandedOver => "undid handing it over",
        Model.Deed.TakenOver => "undid taking it over",
        Model.Deed.Released => "undid letting it go",
        Model.Deed.Resolved => "undid resolving it",
        Model.Deed.SetWaiting => "undid setting it to wait",
        Model.Deed.Snoozed => "undid putting it off",
        Model.Deed.Reopened => "undid opening it again",
        Model.Deed.Tagged => "undid changing its tags",
        _ => "undid what they had done",
    }
    : "undid what they had done";

    public static string Icon(Deed deed) => deed switch
    {
        Model.Deed.Flagged or Model.Deed.Acknowledged => "risk",
        Model.Deed.Viewed or Model.Deed.ViewedOriginal => "eye",
        Model.Deed.ReplySent or Model.Deed.Resolved or Model.Deed.ReplyApproved => "success",
        Model.Deed.ReplyRefused or Model.Deed.ReplyOutcomeUnknown or Model.Deed.ReplyRejected => "warning",
        Model.Deed.Snoozed or Model.Deed.SetWaiting or Model.Deed.Woken => "clock",
        _ => "person",
    };

    public static string State(ReplyState state) => state switch
    {
        ReplyState.AwaitingApproval => "waits for approval",
        ReplyState.Going => "on its way",
        ReplyState.Sent => "published",
        ReplyState.Refused => "not published",
        ReplyState.OutcomeUnknown => "outcome not known: the network is being read back",
        ReplyState.Rejected => "rejected",
        ReplyState.Withdrawn => "taken back",
    };

    public static string State(ConversationState state) => state switch
    {
        ConversationState.Unread => "Unread",
        ConversationState.Open => "Open",
        ConversationState.Waiting => "Waiting",
        ConversationState.Resolved => "Resolved",
    };

    public static string Channel(ChannelSummary? channel) => channel is null ? "a removed channel" : $"{channel.Network} · {channel.Name}";

    /// <summary>A stranger's text, safe in a page: escaped, its direction kept to itself, and what a rule found marked.</summary>
    public static IHtmlContent Text(string text, long messageId, FlagReasons? reasons) => Text(text, MarksOf(messageId, reasons));

    /// <summary>What rules found in a message.</summary>
    public static IEnumerable<Mark> MarksOf(long messageId, FlagReasons? reasons) =>
        reasons?.MessageId == messageId ? reasons.Findings.SelectMany(f => f.Marks) : [];

    /// <summary>The same, with places of the text marked; those that are not in it, or lie over one another, are left out.</summary>
    public static IHtmlContent Text(string text, IEnumerable<Mark> marks)
    {
        var html = new StringBuilder(text.Length + 64);
        var at = 0;
        foreach (var mark in marks.Where(m => m is { Start: >= 0, Length: > 0 } && m.Start <= text.Length - m.Length).OrderBy(m => m.Start))
        {
            if (mark.Start < at)
                continue;
            html.Append(WebUtility.HtmlEncode(text[at..mark.Start])).Append("<mark>")
                .Append(WebUtility.HtmlEncode(text.Substring(mark.Start, mark.Length))).Append("</mark>");
            at = mark.Start + mark.Length;
        }

        return new HtmlString(html.Append(WebUtility.HtmlEncode(text[at..])).ToString());
    }
}
