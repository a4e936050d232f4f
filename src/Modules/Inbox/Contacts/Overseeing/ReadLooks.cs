using PoliceSocial.Contracts.Access;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox.Contacts.Looks;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Contacts.Overseeing;

/// <summary>The contacts that were looked at again and again.</summary>
/// <param name="Contacts">Each with its counts.</param>
/// <param name="Referred">Those of them that were referred to the co-ordinator.</param>
/// <param name="Policy">What counts as again and again.</param>
internal sealed record LooksReport(IReadOnlyList<LookedAtRow> Contacts, IReadOnlySet<long> Referred, LookPolicy Policy);

/// <summary>All looks at one contact.</summary>
/// <param name="ContactId">The member of the public; they are not named here.</param>
/// <param name="Looks">The looks, newest first.</param>
/// <param name="Referrals">What was told the co-ordinator, newest first.</param>
/// <param name="Names">The names of colleagues.</param>
internal sealed record LooksAtContact(long ContactId, IReadOnlyList<LookRow> Looks, IReadOnlyList<ReferralRow> Referrals, IReadOnlyDictionary<long, string> Names)
{
    public string NameOf(long personId) => Names.GetValueOrDefault(personId, "a former colleague");
}

/// <summary>Shows whoever answers for covert authorities which members of the public were looked at again and again, by whom and what for.</summary>
internal sealed class ReadLooks(Store<InboxModule> store, IPeople people, ActFactory acts, TimeProvider clock)
{
    public static readonly ActKind Kind = new("inbox.view-looks");
    private const int Most = 200;

    public async Task<LooksReport> ListAsync(Person person, CancellationToken ct)
    {
        var policy = await LookPolicy.ReadAsync(store, ct);
        var since = clock.GetUtcNow().AddDays(-policy.WindowDays);
        var args = new
        {
            since,
            byOne = policy.ByOne,
            byForce = policy.ByForce,
            authority = (int)LookBasis.Authority,
            contact = (int)LookBasis.Contact,
            take = Most,
        };
        var rows = await store.QueryAsync(LooksStatements.Repeated, args, ct);
        var contacts = rows.Select(r => r.ContactId).ToList();
        var referred = await store.QueryAsync(LooksStatements.ReferralsOf, new { contacts }, ct);
        await using var session = await store.BeginAsync(acts.By(person, Kind), ct);
        session.Raise(new RepeatedLooksListed(contacts));
        await session.CommitAsync(ct);
        return new(rows, referred.Select(r => r.ContactId).ToHashSet(), policy);
    }

    /// <summary>All looks at one contact; null where there were none.</summary>
    public async Task<LooksAtContact?> OfAsync(Person person, long contactId, CancellationToken ct)
    {
        var looks = await store.QueryAsync(LooksStatements.AtContact, new { contactId, take = Most }, ct);
        if (looks.Count == 0)
            return null;
        var referrals = await store.QueryAsync(LooksStatements.ReferralsOf, new { contacts = new[] { contactId } }, ct);
        await using var session = await store.BeginAsync(acts.By(person, Kind), ct);
        session.Raise(new LooksViewed(contactId, looks.Count));
        await session.CommitAsync(ct);
        return new(contactId, looks, referrals, await people.NamesAsync(looks.Select(l => l.ViewerId).Concat(referrals.Select(r => r.ReferredBy)).Distinct(), ct));
    }
}
