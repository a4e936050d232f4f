using System.Security.Cryptography;
using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Rehearsal.Journal;
using PoliceSocial.Rehearsal.Script;
using PoliceSocial.Rehearsal.Play;

namespace PoliceSocial.Rehearsal.Publish;

/// <summary>Takes a message of the force into the network, once for each key.</summary>
internal static class PublishMessage
{
    public static Outcome<Published> Publish(Night night, JournalFile journal, Outbound outbound, DateTimeOffset now)
    {
        if (FindMessage.Find(night, journal, outbound.Key) is { } already)
            return new Outcome<Published>.Success(already);
        if (outbound.Key.Length is 0 or > 40 || !outbound.Key.All(char.IsAsciiLetterOrDigit))
            return Refuse("The message has no proper key.");
        if (night.World.Sent.IsFull)
            return Refuse($"The rehearsal network takes {SentMessages.Most} messages from one channel. Connect a new channel for another exercise.");
        if (Limits.Objection(outbound) is { } objection)
            return Refuse(objection);
        if (night.World.IsBusy)
            return new Outcome<Published>.Retry(TimeSpan.FromSeconds(10), "Too many characters are still answering earlier messages.");
        return Address.Of(night, outbound, now) switch
        {
            (null, var why) => Refuse(why!),
            var (address, _) => Write(night, journal, outbound, address, now),
        };
    }

    private static Outcome<Published> Write(Night night, JournalFile journal, Outbound outbound, Address address, DateTimeOffset now)
    {
        var id = Ids.Sent(night.World.Exercise!, outbound.Key);
        var entry = new Entry
        {
            Kind = EntryKind.Sent,
            At = now,
            Exercise = night.World.Exercise!,
            Cycle = night.World.Cycle,
            Key = outbound.Key,
            Id = id,
            Message = address.Kind,
            Author = Composer.ForceAccount(night.Scenario.Own),
            To = address.To,
            Text = outbound.Text,
            Language = outbound.Languages.Count > 0 ? string.Join(',', outbound.Languages) : null,
            Thread = address.Thread ?? id,
            InReplyTo = outbound.InReplyTo,
            Handle = new ReplyHandle(address.To?.Key ?? Scenario.Force, address.Root, address.Thread ?? id).ToString(),
            Media = outbound.Media.Count == 0 ? null
                : [.. outbound.Media.Select(m => new Media("", m.MediaType, m.AltText, m.Bytes.Length, Convert.ToHexStringLower(SHA256.HashData(m.Bytes.Span))))],
        };
        try
        {
            var line = night.Append(journal, entry);
            journal.Keep();
            return new Outcome<Published>.Success(FindMessage.Published(entry, line));
        }
        catch (IOException e)
        {
            throw new FateUnknownException(e);
        }
    }

    private static Outcome<Published>.Refused Refuse(string why) => new(why);
}
