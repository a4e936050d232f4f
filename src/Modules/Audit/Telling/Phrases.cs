using System.Text;
using PoliceSocial.Contracts;

namespace PoliceSocial.Audit.Telling;

/// <summary>What happened, as the words that follow who did it: "claimed conversation 123". Each event has its own; one without gets its name.</summary>
internal sealed class Phrases
{
    private readonly Dictionary<Type, Func<IEvent, Names, string>> _phrases = [];

    public static readonly Phrases All = new Phrases().AddInbox().AddLooks().AddIncidents().AddIncidentWork().AddHandovers().AddReplies().AddPublishing()
        .AddDeletions().AddWatch().AddChannels().AddPeople().AddSigningIn().AddEvidence().AddRecords().AddAudit();

    /// <summary>The events that have words of their own.</summary>
    public IEnumerable<Type> Known => _phrases.Keys;

    public Phrases Say<TEvent>(Func<TEvent, string> words)
        where TEvent : IEvent => Say<TEvent>((e, _) => words(e));

    public Phrases Say<TEvent>(Func<TEvent, Names, string> words)
        where TEvent : IEvent
    {
        _phrases.Add(typeof(TEvent), (e, names) => FormattableString.Invariant($"{words((TEvent)e, names)}"));
        return this;
    }

    /// <summary>The words for an event.</summary>
    /// <param name="happened">The event; null where only its name is left.</param>
    /// <param name="type">Its name: <c>Inbox.ConversationClaimed</c>.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="names">Names people.</param>
    public string Of(IEvent? happened, string type, string subject, Names names) =>
        happened is not null && _phrases.TryGetValue(happened.GetType(), out var words)
            ? words(happened, names)
            : $"did: {Spaced(type[(type.IndexOf('.', StringComparison.Ordinal) + 1)..])} ({subject.Replace(':', ' ')})";

    /// <summary>ConversationClaimed: "conversation claimed".</summary>
    private static string Spaced(string name)
    {
        var words = new StringBuilder(name.Length + 8);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && words.Length > 0)
                words.Append(' ');
            words.Append(char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }
}
