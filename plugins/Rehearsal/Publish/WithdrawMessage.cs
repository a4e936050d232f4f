using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Rehearsal.Journal;
using PoliceSocial.Rehearsal.Play;

namespace PoliceSocial.Rehearsal.Publish;

/// <summary>Takes a message of the force back.</summary>
internal static class WithdrawMessage
{
    public static Outcome<Deleted> Withdraw(Night night, JournalFile journal, string networkId, DateTimeOffset now)
    {
        if (Ids.KeyOf(networkId) is { } key && night.World.Sent.IsThere(key))
        {
            try
            {
                night.Append(journal, new Entry { Kind = EntryKind.Withdrawn, At = now, Exercise = night.World.Exercise!, Key = key, Id = networkId });
                journal.Keep();
            }
            catch (IOException e)
            {
                throw new FateUnknownException(e);
            }
        }

        return new Outcome<Deleted>.Success(new Deleted(now));
    }
}
