namespace PoliceSocial.Bag.Contents;

/// <summary>The page that whoever opens the bag reads first.</summary>
internal static class Readme
{
    public static string Text(Disclosure disclosure, bool hasPdf, bool hasLedger) =>
        $"""
        Evidence bag {disclosure.Reference} of {disclosure.Force}

        For: {disclosure.Recipient}
        Covers: {disclosure.Scope}

        account/account.html   the account: what happened, in order of time; opens in any browser
        account/account.pdf    {(hasPdf ? "the same as PDF/A, for printing and filing" : "is not in this bag: no font was at hand when it was made")}
        timeline.csv, .json    the same for spreadsheets and programs
        media/                 media originals
        incidents/             the incident's own record, and what was handed over to others; missing where the export is of none
        original/              every item as received from the networks, in WARC 1.1; index.csv says where each one lies.
                               Of each exchange: the request, status, dating headers and SHA-256 of the whole answer; the
                               answer itself where what stood around its items was kept, without what is not of this
                               export; of each item: the bytes exactly as they stood in the answer
        case/case.jsonld       the same in CASE 1.4.0
        custody/custody.csv    who had, saw or changed the material
        forms/                 drafts of MG11, MG12, MG6C and MG6D
        ledger/                {(hasLedger ? "what the force's audit ledger says of it, with proofs" : "is not in this bag: nothing of the ledger was signed yet")}
        about.json             who made this, when, with what, and what was removed

        Check it offline:  policesocial evidence verify <this bag>
        or with other tools:  sha512sum -c manifest-sha512.txt
        Signature: {disclosure.CertificateSaid}

        """;
}
