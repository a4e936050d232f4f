namespace PoliceSocial.Rehearsal.Play;

/// <summary>Chance that falls the same way every time: a number from a seed, a text and a counter (SplitMix64 over FNV-1a).</summary>
internal sealed class Chance(ulong seed, string of, int index)
{
    private ulong _state = of.Aggregate(seed ^ 0xCBF29CE484222325, (hash, c) => (hash ^ c) * 0x100000001B3) + (ulong)index * 0xD1342543DE82EF95;

    public int Below(int count)
    {
        _state += 0x9E3779B97F4A7C15;
        var z = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (int)((z ^ (z >> 31)) % (ulong)count);
    }

    public T From<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];
}
