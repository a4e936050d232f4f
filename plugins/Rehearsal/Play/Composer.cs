using System.Globalization;
using PoliceSocial.Rehearsal.Script;

namespace PoliceSocial.Rehearsal.Play;

/// <summary>Puts what happens into the network's words.</summary>
internal sealed class Composer(World world, Scenario scenario, string mediaFolder)
{
    public Entry Play(int beat, int cycle, Beat what, DateTimeOffset at)
    {
        var entry = what.Step switch
        {
            Step.Message message => Write(message, cycle, at),
            Step.Flood flood => Write(flood, what.Index, cycle, at),
            Step.Edit edit => Change(EntryKind.Edited, edit, edit.Target, edit.Text, cycle, at),
            Step.Delete delete => Change(EntryKind.Deleted, delete, delete.Target, "", cycle, at),
            _ => Skip(cycle, at),
        };
        return entry with { Cycle = cycle, Beat = beat, Offset = what.At.Ticks };
    }

    public Entry React(Pending pending)
    {
        var entry = pending.Step switch
        {
            Step.Message message => Answer(message, pending),
            Step.Edit edit => Change(EntryKind.Edited, edit, edit.Target, edit.Text, pending.Cycle, pending.Due, $"{pending.Sent.Key}-"),
            Step.Delete delete => Change(EntryKind.Deleted, delete, delete.Target, "", pending.Cycle, pending.Due),
            _ => Skip(pending.Cycle, pending.Due),
        };
        return entry with { Reaction = pending.Id };
    }

    public static Account ForceAccount(Person own) => new($"force.{own.Handle}", own.Key, own.Handle, own.Name);

    public Account AccountOf(Person person) => person.Key == Scenario.Force
        ? ForceAccount(person)
        : new Account(Ids.Person(world.Exercise!, person.Key), person.Key, person.Handle, person.Name);

    public string PrivateThread(string person) => $"{world.Exercise}.private.{person}";

    private Entry Skip(int cycle, DateTimeOffset at) => new() { Kind = EntryKind.Skipped, At = at, Exercise = world.Exercise!, Cycle = cycle };

    private Entry Write(Step.Message message, int cycle, DateTimeOffset at)
    {
        if (message.IsOwnPost)
            return Post(message, cycle, at);
        var partner = message.By == Scenario.Force && message.Privately ? message.To! : message.By;
        return Place(
            Base(message.Key, scenario.Find(message.By)!, message.Text, cycle, at) with { Language = message.Language, Media = MediaOf(message) },
            message.Privately ? partner : null, message.InReplyTo, message.Quotes);
    }

    private Entry Write(Step.Flood flood, int index, int cycle, DateTimeOffset at)
    {
        var author = Crowd.Author(scenario, flood, index);
        var name = $"{flood.Key}~{index.ToString(CultureInfo.InvariantCulture)}";
        var entry = Place(
            Base(name, author, Crowd.Text(scenario, flood, index), cycle, at) with { Language = flood.Language },
            flood.Privately ? author.Key : null, flood.InReplyTo, null);
        // Nothing in a scenario can refer to one message of a flood, so none is remembered by name.
        return entry with { Name = null };
    }

    private Entry Post(Step.Message message, int cycle, DateTimeOffset at)
    {
        var entry = Base(message.Key, scenario.Own, message.Text, cycle, at) with { Kind = EntryKind.Posted, Message = MessageKind.Post };
        return message.UnlessWePosted && world.OwnPost is { } ours ? entry with { Id = ours.Id, Text = ours.Text, On = ours } : entry;
    }

    private Entry Base(string name, Person author, string text, int cycle, DateTimeOffset at) => new()
    {
        Kind = EntryKind.Written,
        At = at,
        Exercise = world.Exercise!,
        Cycle = cycle,
        Name = name,
        Id = Ids.Message(world.Exercise!, cycle, name),
        Version = "1",
        Author = AccountOf(author),
        Text = text,
    };

    /// <summary>Gives a message its place: a private conversation, a thread, or the open.</summary>
    private Entry Place(Entry entry, string? partner, string? answered, string? quoted)
    {
        if (partner is not null)
            return Placed(entry, MessageKind.Private, PrivateThread(partner), "", null) with { InReplyTo = answered is null ? null : world.Find(answered)?.Id };
        if (quoted is not null)
            return Placed(entry, MessageKind.Quote, entry.Id!, entry.Name!, world.Find(quoted));
        if (answered is null)
            return Placed(entry, MessageKind.Mention, entry.Id!, entry.Name!, null);
        var rootName = RootOf(answered);
        // Only a scenario that was changed while it was played can have lost what it answers.
        return world.Find(rootName) is { } root && world.Find(answered) is { } parent
            ? Placed(entry, MessageKind.Comment, root.Id, rootName, root) with { InReplyTo = parent.Id }
            : Skip(entry.Cycle, entry.At);
    }

    private static Entry Placed(Entry entry, MessageKind kind, string thread, string root, Root? on) => entry with
    {
        Message = kind,
        Thread = thread,
        On = on,
        Handle = new ReplyHandle(entry.Author!.Key, root, thread).ToString(),
    };

    private string RootOf(string name)
    {
        while (scenario.Steps.GetValueOrDefault(name) is Step.Message { InReplyTo: { } parent })
            name = parent;
        return name;
    }

    private Entry Change(EntryKind kind, Step step, string target, string text, int cycle, DateTimeOffset at, string version = "")
    {
        var id = Ids.Message(world.Exercise!, cycle, target);
        if (scenario.Steps.GetValueOrDefault(target) is not Step.Message message || cycle != world.Cycle
            || world.IsGone(id) || world.Find(target) is null)
        {
            return Skip(cycle, at);
        }

        var original = Write(message, cycle, at);
        return original.Kind is EntryKind.Skipped ? original : original with
        {
            Kind = kind,
            Name = null,
            Text = text,
            Version = kind is EntryKind.Edited ? version + step.Key : "",
            Media = kind is EntryKind.Edited ? original.Media : null,
        };
    }

    private Entry Answer(Step.Message message, Pending pending)
    {
        var (sent, person) = (pending.Sent, scenario.Find(pending.Person)!);
        var name = $"{sent.Key}-{message.Key}";
        var entry = Base(name, person, message.Text, pending.Cycle, pending.Due) with { Name = null, Language = message.Language, Media = MediaOf(message) };
        if (message.Privately || sent.Message is MessageKind.Private)
            return Placed(entry, MessageKind.Private, PrivateThread(person.Key), "", null) with { InReplyTo = sent.Message is MessageKind.Private ? sent.Id : null };
        var root = ReplyHandle.Parse(sent.Handle ?? "")?.Root ?? "";
        var on = world.Find(root) is { } known && known.Id == sent.Thread ? known : null;
        return Placed(entry, MessageKind.Comment, sent.Thread!, root, on) with { InReplyTo = sent.Id };
    }

    private Media[]? MediaOf(Step.Message message) => message.Media.Count == 0 ? null
        : [.. message.Media.Select(m => new Media(m.Picture is { } p ? $"picture:{p}" : $"{mediaFolder}:{m.File}", m.MediaType, m.Description))];
}
