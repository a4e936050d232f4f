namespace PoliceSocial.Evidence.Model;

/// <summary>The pure rules of retention: which class a record has, and when it is due. No input or output.</summary>
internal sealed class RetentionPolicy(IReadOnlyList<RetentionClassRow> classes, IReadOnlyList<RetentionRuleRow> rules)
{
    private readonly Dictionary<long, RetentionClassRow> _classes = classes.ToDictionary(c => c.Id);

    public IReadOnlyList<RetentionClassRow> Classes => classes;

    public IReadOnlyList<RetentionRuleRow> Rules => rules;

    /// <summary>The shortest period of all: what is younger need not be looked at.</summary>
    public int ShortestMonths => classes.Count == 0 ? int.MaxValue : classes.Min(c => c.Months);

    public RetentionClassRow? Find(long id) => _classes.GetValueOrDefault(id);

    /// <summary>The class of a record: the one it was given, or that of the rule that says most about it; null where none does.</summary>
    public RetentionClassRow? ClassOf(KeptRecord record, RecordClassRow? given) =>
        given is not null ? Find(given.ClassId)
        : rules.Where(r => r.Kind == record.Kind && Fits(r.Category, record.Category) && Fits(r.Grade, record.Grade))
            .OrderByDescending(r => (r.Category.Length > 0 ? 2 : 0) + (r.Grade.Length > 0 ? 1 : 0))
            .Select(r => Find(r.ClassId)).FirstOrDefault();

    /// <summary>When a record of a class is due; null where it never is, as long as it stays as it is.</summary>
    public static DateTimeOffset? DueAt(RetentionClassRow given, KeptRecord record) => given.CountsFrom switch
    {
        CountsFrom.LastContact => record.LastContactAt.AddMonths(given.Months),
        CountsFrom.Closure => record.ClosedAt?.AddMonths(given.Months),
    };

    private static bool Fits(string rule, string code) => rule.Length == 0 || string.Equals(rule, code, StringComparison.Ordinal);
}
