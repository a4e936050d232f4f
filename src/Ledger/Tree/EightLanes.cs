using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoliceSocial.Ledger.Tree;

/// <summary>
/// The SHA-256 compression function (FIPS 180-4) over eight unrelated blocks at once, a lane each. Verification hashes millions of
/// short messages, and the platform's cost per call, not its speed per byte, is what they would wait for. A fault in here can
/// only make a whole ledger look wrong: no forgery passes, because what it is compared with was hashed by the platform.
/// </summary>
internal static class EightLanes
{
    public const int Lanes = 8;

    private static ReadOnlySpan<uint> K =>
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ];

    public static bool Available => Avx2.IsSupported;

    public static ReadOnlySpan<uint> InitialState =>
        [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];

    /// <summary>Sixteen words of eight blocks, big-endian in memory, turned so that each vector holds one word of every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Turn(ReadOnlySpan<Vector256<uint>> rows, Span<Vector256<uint>> words)
    {
        for (var half = 0; half < 2; half++)
        {
            var a = Avx2.UnpackLow(rows[half], rows[half + 2]);
            var b = Avx2.UnpackHigh(rows[half], rows[half + 2]);
            var c = Avx2.UnpackLow(rows[half + 4], rows[half + 6]);
            var d = Avx2.UnpackHigh(rows[half + 4], rows[half + 6]);
            var e = Avx2.UnpackLow(rows[half + 8], rows[half + 10]);
            var f = Avx2.UnpackHigh(rows[half + 8], rows[half + 10]);
            var g = Avx2.UnpackLow(rows[half + 12], rows[half + 14]);
            var h = Avx2.UnpackHigh(rows[half + 12], rows[half + 14]);
            var to = words.Slice(half * 8, 8);
            Put(to, 0, Low(a, c), Low(e, g));
            Put(to, 1, High(a, c), High(e, g));
            Put(to, 2, Low(b, d), Low(f, h));
            Put(to, 3, High(b, d), High(f, h));
        }
    }

    /// <summary>One block in every lane. <paramref name="w"/> is used up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Compress(Span<Vector256<uint>> state, Span<Vector256<uint>> w)
    {
        var (a, b, c, d) = (state[0], state[1], state[2], state[3]);
        var (e, f, g, h) = (state[4], state[5], state[6], state[7]);
        for (var t = 0; t < 64; t += 8)
        {
            h += T1(e, f, g, Word(w, t)); d += h; h += T2(a, b, c);
            g += T1(d, e, f, Word(w, t + 1)); c += g; g += T2(h, a, b);
            f += T1(c, d, e, Word(w, t + 2)); b += f; f += T2(g, h, a);
            e += T1(b, c, d, Word(w, t + 3)); a += e; e += T2(f, g, h);
            d += T1(a, b, c, Word(w, t + 4)); h += d; d += T2(e, f, g);
            c += T1(h, a, b, Word(w, t + 5)); g += c; c += T2(d, e, f);
            b += T1(g, h, a, Word(w, t + 6)); f += b; b += T2(c, d, e);
            a += T1(f, g, h, Word(w, t + 7)); e += a; a += T2(b, c, d);
        }

        state[0] += a; state[1] += b; state[2] += c; state[3] += d;
        state[4] += e; state[5] += f; state[6] += g; state[7] += h;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Word(Span<Vector256<uint>> w, int t)
    {
        ref var first = ref MemoryMarshal.GetReference(w);
        ref var word = ref Unsafe.Add(ref first, t & 15);
        if (t >= 16)
        {
            var near = Unsafe.Add(ref first, (t - 2) & 15);
            var far = Unsafe.Add(ref first, (t - 15) & 15);
            word += Unsafe.Add(ref first, (t - 7) & 15)
                + (Turned(near, 17) ^ Turned(near, 19) ^ (near >>> 10))
                + (Turned(far, 7) ^ Turned(far, 18) ^ (far >>> 3));
        }

        return word + Vector256.Create(K[t]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> T1(Vector256<uint> e, Vector256<uint> f, Vector256<uint> g, Vector256<uint> word) =>
        word + (Turned(e, 6) ^ Turned(e, 11) ^ Turned(e, 25)) + (g ^ (e & (f ^ g)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> T2(Vector256<uint> a, Vector256<uint> b, Vector256<uint> c) =>
        (Turned(a, 2) ^ Turned(a, 13) ^ Turned(a, 22)) + ((a & b) | (c & (a | b)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Turned(Vector256<uint> x, [ConstantExpected] byte by) =>
        Avx512F.VL.IsSupported ? Avx512F.VL.RotateRight(x, by) : (x >>> by) | (x << (32 - by));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Low(Vector256<uint> a, Vector256<uint> b) =>
        Avx2.UnpackLow(a.AsUInt64(), b.AsUInt64()).AsUInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> High(Vector256<uint> a, Vector256<uint> b) =>
        Avx2.UnpackHigh(a.AsUInt64(), b.AsUInt64()).AsUInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(Span<Vector256<uint>> to, int at, Vector256<uint> first, Vector256<uint> second)
    {
        to[at] = Swapped(Avx2.Permute2x128(first, second, 0x20));
        to[at + 4] = Swapped(Avx2.Permute2x128(first, second, 0x31));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Swapped(Vector256<uint> x) => Avx2.Shuffle(x.AsByte(), Vector256.Create(
        (byte)3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12, 3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12)).AsUInt32();
}
