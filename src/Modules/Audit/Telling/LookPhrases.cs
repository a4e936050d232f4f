using PoliceSocial.Contracts.Inbox;
using static System.FormattableString;

namespace PoliceSocial.Audit.Telling;

/// <summary>What happens around looking at one person again and again, in words.</summary>
internal static class LookPhrases
{
    public static Phrases AddLooks(this Phrases all) => all
        .Say<ContactLookCounted>(e => Invariant($"asked for the history of contact {e.ContactId}: look {e.Own} of their own, {e.All} of the force{Basis(e.Basis)}"))
        .Say<RepeatedLooksListed>(e => Invariant($"looked at who views the same person again and again: {Counted.Of(e.Contacts.Count, "contact")}"))
        .Say<LooksViewed>(e => Invariant($"looked at who viewed contact {e.ContactId}: {Counted.Of(e.Looks, "look")}"))
        .Say<LooksReferred>(e => Invariant($"referred {Counted.Of(e.Looks, "look")} at contact {e.ContactId} to the co-ordinator of covert authorities"))
        .Say<LookPolicyChanged>(e => Invariant($"changed the policy of looks to version {e.PolicyVersion}: {Counted.Of(e.Purposes, "purpose")}, authority after {e.ByOne} of one person or {e.ByForce} of all in {Counted.Of(e.WindowDays, "day")}"));

    private static string Basis(string basis) => basis switch
    {
        "Authority" => ", by an authority",
        "Contact" => ", as contact and not surveillance",
        _ => "",
    };
}
