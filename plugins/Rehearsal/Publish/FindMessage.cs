using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Rehearsal.Journal;
using PoliceSocial.Rehearsal.Play;

namespace PoliceSocial.Rehearsal.Publish;

/// <summary>Reads in the journal whether a message of the force arrived.</summary>
internal static class FindMessage
{
    public static Published? Find(Night night, JournalFile journal, string key)
    {
        if (night.World.Sent.Find(key) is not var (offset, length))
            return null;
        var line = journal.Read(offset, length);
        return Published(Night.Read(line), line);
    }

    public static Published Published(Entry sent, byte[] line) => new(sent.Id!, null, sent.At, line, sent.Handle ?? "");
}
