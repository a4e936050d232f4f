using System.Text.Json;
using PoliceSocial.Audit.Sequencing;
using PoliceSocial.Audit.Telling;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Outboxes;

namespace PoliceSocial.Audit.Reading;

/// <summary>An entry in words.</summary>
/// <param name="Stored">The entry.</param>
/// <param name="Type">Its event's name.</param>
/// <param name="Act">The act it came of.</param>
/// <param name="Subject">What it is about, as <c>kind:id</c>.</param>
/// <param name="Who">Who did it.</param>
/// <param name="Phrase">What they did.</param>
/// <param name="Purpose">What for, in their words, where it was asked.</param>
/// <param name="Address">The network address, where there is one.</param>
internal sealed record ToldEntry(
    StoredEntry Stored, string Type, string Act, string Subject, string Who, string Phrase, string? Purpose, string? Address);

/// <summary>Tells entries as plain sentences, with the names of colleagues.</summary>
internal sealed class TellEntries(Store<AuditModule> store, Words words, IPeople people)
{
    public async Task<IReadOnlyList<ToldEntry>> HandleAsync(IReadOnlyList<StoredEntry> entries, CancellationToken ct)
    {
        var texts = await words.TextsAsync(store, ct);
        var names = new Names();
        foreach (var entry in entries)
            Tell(entry, texts, names);
        names.Learn(await people.NamesAsync(names.Asked, ct));
        return [.. entries.Select(e => Tell(e, texts, names))];
    }

    private static ToldEntry Tell(StoredEntry entry, Func<int, string?> texts, Names names)
    {
        var type = texts(entry.Type) ?? "?.unknown";
        var subject = new Subject(texts(entry.SubjectKind) ?? "?", entry.SubjectId, entry.SubjectName).ToString();
        var phrase = Phrases.All.Of(Read(type, entry.Facts), type, subject, names);
        return new(
            entry, type, texts(entry.Act) ?? "?", subject, Who(entry, names), phrase, Sealed(entry.Facts, SealedFacts.Purpose), Sealed(entry.Facts, SealedFacts.Address));
    }

    private static string Who(StoredEntry entry, Names names) => (ActorKind)entry.ActorKind switch
    {
        ActorKind.Person => names.Of(entry.ActorId),
        ActorKind.Service => "The service",
        ActorKind.CommandLine => "An operator at the command line",
        ActorKind.Stranger => "Somebody not signed in",
        _ => "Somebody",
    };

    /// <summary>The event; null where its facts are erased, were cut, or were tampered with: the entry is shown by its name all the same.</summary>
    private static Contracts.IEvent? Read(string type, string? facts)
    {
        try
        {
            return facts is null || facts.StartsWith("{\"$sha256\"", StringComparison.Ordinal) ? null : EventCatalogue.Read(type, facts);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Sealed(string? facts, string name)
    {
        if (facts is null || !facts.Contains(name, StringComparison.Ordinal))
            return null;
        try
        {
            using var json = JsonDocument.Parse(facts);
            return json.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
