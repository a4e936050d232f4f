using PoliceSocial.Ledger.Tree;

namespace PoliceSocial.Ledger.Entries;

/// <summary>A leaf read in place. Only the one spelling that <see cref="LeafWriter"/> writes is a leaf.</summary>
public readonly ref struct LeafView
{
    private LeafView(scoped ref LeafScanner from)
    {
        Index = from.Number(LeafKeys.Index);
        Id = from.Name(LeafKeys.Id);
        Time = from.Time(LeafKeys.Time);
        Module = from.Name(LeafKeys.Module);
        Event = from.Name(LeafKeys.Event);
        Act = from.Text(LeafKeys.Act);
        ActId = from.Text(LeafKeys.ActId);
        ActorKind = from.Text(LeafKeys.ActorKind);
        ActorId = from.Text(LeafKeys.ActorId);
        Subject = from.Text(LeafKeys.Subject);
        Session = from.Text(LeafKeys.Session);
        Address = from.Text(LeafKeys.Address);
        Purpose = from.Text(LeafKeys.Purpose);
        Facts = from.Hash(LeafKeys.Facts);
        from.Expect(LeafKeys.End);
    }

    public long Index { get; }

    public ReadOnlySpan<byte> Id { get; }

    /// <summary>The time as written, which sorts as time does.</summary>
    public ReadOnlySpan<byte> Time { get; }

    public ReadOnlySpan<byte> Module { get; }

    public ReadOnlySpan<byte> Event { get; }

    public ReadOnlySpan<byte> Act { get; }

    public ReadOnlySpan<byte> ActId { get; }

    public ReadOnlySpan<byte> ActorKind { get; }

    public ReadOnlySpan<byte> ActorId { get; }

    public ReadOnlySpan<byte> Subject { get; }

    public ReadOnlySpan<byte> Session { get; }

    public ReadOnlySpan<byte> Address { get; }

    public ReadOnlySpan<byte> Purpose { get; }

    public TreeHash Facts { get; }

    /// <summary>Reads the leaf at the start of the bytes, and says how long it is.</summary>
    internal static bool TryReadStart(ReadOnlySpan<byte> bytes, out LeafView leaf, out int length)
    {
        var scanner = new LeafScanner(bytes);
        leaf = new(ref scanner);
        length = scanner.Position;
        return scanner.IsGood;
    }

    /// <summary>Reads bytes that are a leaf and nothing else.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out LeafView leaf) =>
        TryReadStart(bytes, out leaf, out var length) && length == bytes.Length;
}
