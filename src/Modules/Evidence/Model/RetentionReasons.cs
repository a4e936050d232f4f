namespace PoliceSocial.Evidence.Model;

/// <summary>Why a record may have to be kept: what the police ask themselves at a review (after the National Retention Assessment Criteria), and what the law adds.</summary>
internal static class RetentionReasons
{
    public static readonly IReadOnlyList<(string Code, string Words)> All =
    [
        ("harm", "Somebody in it may be able to do serious harm"),
        ("vulnerable", "There are concerns about a child or a vulnerable adult"),
        ("trust", "It involves a breach of trust"),
        ("links", "It shows links or a pattern that raise the risk of harm"),
        ("substances", "There are concerns about drugs or alcohol"),
        ("state", "Somebody’s state of mind may raise the risk of harm"),
        ("proceedings", "An investigation, prosecution, inquest or appeal may still need it"),
        ("claim", "A complaint, claim or inquiry may still need it"),
        ("law", "A law or a court’s order demands it"),
    ];

    public static string Words(string code) => All.FirstOrDefault(r => r.Code == code).Words ?? code;

    public static bool Knows(string code) => All.Any(r => r.Code == code);
}
