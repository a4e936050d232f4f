using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PoliceSocial.Ledger.Tree;

/// <summary>SHA-256 of many short messages: eight at a time where the processor can, one after another where it cannot.</summary>
internal static class ManyHashes
{
    private const int Block = 64;
    private const int Fewest = 3;

    public static void Hash(ReadOnlySpan<byte> buffer, ReadOnlySpan<Slice> messages, Span<TreeHash> hashes)
    {
        if (EightLanes.Available && messages.Length >= Fewest)
        {
            HashInLanes(buffer, messages, hashes);
            return;
        }

        for (var i = 0; i < messages.Length; i++)
            hashes[i] = TreeHasher.Of(buffer.Slice(messages[i].Start, messages[i].Length));
    }

    // Vector code that waits for its turn to be optimised is fifty times slower than not using it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void HashInLanes(ReadOnlySpan<byte> buffer, ReadOnlySpan<Slice> messages, Span<TreeHash> hashes)
    {
        Span<Vector256<uint>> rows = stackalloc Vector256<uint>[16];
        Span<Vector256<uint>> words = stackalloc Vector256<uint>[16];
        Span<Vector256<uint>> state = stackalloc Vector256<uint>[8];
        Span<int> message = stackalloc int[EightLanes.Lanes];
        Span<int> done = stackalloc int[EightLanes.Lanes];
        var blocks = MemoryMarshal.AsBytes(rows);
        var lanes = MemoryMarshal.Cast<Vector256<uint>, uint>(state);
        var next = 0;
        var busy = 0;
        for (var lane = 0; lane < EightLanes.Lanes; lane++)
        {
            message[lane] = next < messages.Length ? next++ : -1;
            busy += message[lane] >= 0 ? 1 : 0;
            done[lane] = 0;
            Start(lanes, lane);
        }

        while (busy > 0)
        {
            for (var lane = 0; lane < EightLanes.Lanes; lane++)
            {
                if (message[lane] >= 0)
                    Load(buffer, messages[message[lane]], done[lane], blocks.Slice(lane * Block, Block));
            }

            EightLanes.Turn(rows, words);
            EightLanes.Compress(state, words);
            for (var lane = 0; lane < EightLanes.Lanes; lane++)
            {
                if (message[lane] < 0)
                    continue;

                done[lane] += Block;
                if (done[lane] < messages[message[lane]].Length + 9)
                    continue;

                Finish(lanes, lane, ref hashes[message[lane]]);
                Start(lanes, lane);
                done[lane] = 0;
                message[lane] = next < messages.Length ? next++ : -1;
                busy -= message[lane] < 0 ? 1 : 0;
            }
        }
    }

    private static void Load(ReadOnlySpan<byte> buffer, Slice message, int done, Span<byte> block)
    {
        var left = message.Length - done;
        if (left >= Block)
        {
            buffer.Slice(message.Start + done, Block).CopyTo(block);
            return;
        }

        block.Clear();
        if (left >= 0)
        {
            buffer.Slice(message.Start + done, left).CopyTo(block);
            block[left] = 0x80;
        }

        if (left < Block - 8)
            BinaryPrimitives.WriteUInt64BigEndian(block[(Block - 8)..], (ulong)message.Length * 8);
    }

    private static void Start(Span<uint> lanes, int lane)
    {
        var initial = EightLanes.InitialState;
        for (var word = 0; word < 8; word++)
            lanes[(word * EightLanes.Lanes) + lane] = initial[word];
    }

    private static void Finish(ReadOnlySpan<uint> lanes, int lane, ref TreeHash hash)
    {
        var bytes = MemoryMarshal.AsBytes(new Span<TreeHash>(ref hash));
        for (var word = 0; word < 8; word++)
            BinaryPrimitives.WriteUInt32BigEndian(bytes[(word * 4)..], lanes[(word * EightLanes.Lanes) + lane]);
    }
}
