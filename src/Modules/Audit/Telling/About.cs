namespace PoliceSocial.Audit.Telling;

/// <summary>What an entry is about, as staff say it: <c>risk-rule:7</c> is "risk rule 7", <c>ledger:0</c> is "the ledger".</summary>
internal static class About
{
    public static string Of(string subject) => subject switch
    {
        "ledger:0" => "the ledger",
        "search:inbox" => "searches",
        "queue:inbox" => "lists of conversations",
        "risk-rule:bench" => "the test bench of risk rules",
        "person:0" => "nobody known",
        _ when subject.IndexOf(':', StringComparison.Ordinal) is > 0 and var end => $"{subject[..end].Replace('-', ' ')} {subject[(end + 1)..]}",
        _ => subject,
    };
}
