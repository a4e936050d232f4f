using PoliceSocial.Rehearsal.Script;

namespace PoliceSocial.Rehearsal.Play;

/// <summary>What the force's answers have set off in the characters.</summary>
internal sealed class Stimuli(Scenario scenario)
{
    private readonly Dictionary<Reaction, int> _used = new(ReferenceEqualityComparer.Instance);
    private readonly SortedSet<Pending> _pending = [];

    public Pending? Next => _pending.Min;

    public int Count => _pending.Count;

    public void Add(Entry sent, int cycle, double speed)
    {
        if (sent.To is not { } to || scenario.Find(to.Key) is not { } person || Choose(person, sent) is not { } reaction)
            return;
        _used[reaction] = _used.GetValueOrDefault(reaction) + 1;
        foreach (var step in reaction.Steps)
            _pending.Add(new Pending($"{sent.Key}-{step.Key}", sent.At + step.At / speed, step, person.Key, sent, cycle));
    }

    public void Settle(string id) => _pending.RemoveWhere(p => p.Id == id);

    /// <summary>The scenario begins again: the characters are as they were.</summary>
    public void Forget() => _used.Clear();

    private Reaction? Choose(Person person, Entry sent)
    {
        var privately = sent.Message is MessageKind.Private;
        var open = person.Reactions.Where(r => _used.GetValueOrDefault(r) < r.Times && r.Matches(privately, sent.Text ?? "")).ToList();
        return open.Find(r => !r.Otherwise) ?? open.FirstOrDefault();
    }
}
