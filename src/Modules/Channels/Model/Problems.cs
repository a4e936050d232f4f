namespace PoliceSocial.Channels.Model;

/// <summary>What is wrong with a form, by field, for the summary at its top and the line at each field.</summary>
internal sealed class Problems
{
    private readonly List<(string Field, string Message)> _all = [];

    public IReadOnlyList<(string Field, string Message)> All => _all;

    public bool Any => _all.Count > 0;

    /// <param name="field">The field's id; empty where it is about the whole form.</param>
    /// <param name="message">What to do about it.</param>
    public void Add(string field, string message) => _all.Add((field, message));

    public string? Of(string field) => _all.FirstOrDefault(p => string.Equals(p.Field, field, StringComparison.OrdinalIgnoreCase)).Message;
}
