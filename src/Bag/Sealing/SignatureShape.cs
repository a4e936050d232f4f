using System.Formats.Asn1;
using System.Security.Cryptography;

namespace PoliceSocial.Bag.Sealing;

/// <summary>
/// The one shape that a bag's signature has. CMS leaves a few fields unsigned (the list of digests, the name of the algorithm);
/// where each may hold only what it must, not one byte of the file can change unseen.
/// </summary>
internal static class SignatureShape
{
    private const string SignedData = "1.2.840.113549.1.7.2";
    private const string Data = "1.2.840.113549.1.7.1";
    private const string Sha512 = "2.16.840.1.101.3.4.2.3";
    private static readonly HashSet<string> Algorithms = ["1.2.840.113549.1.1.1", "1.2.840.113549.1.1.13", "1.2.840.10045.4.3.4"];
    private static readonly Asn1Tag Content = new(TagClass.ContextSpecific, 0, isConstructed: true);

    /// <summary>Whether the bytes have it.</summary>
    public static bool Fits(byte[] signature)
    {
        try
        {
            var file = new AsnReader(signature, AsnEncodingRules.DER);
            var info = file.ReadSequence();
            file.ThrowIfNotEmpty();
            if (info.ReadObjectIdentifier() != SignedData)
                return false;
            var outer = info.ReadSequence(Content);
            info.ThrowIfNotEmpty();
            var signed = outer.ReadSequence();
            outer.ThrowIfNotEmpty();
            return FitsSigned(signed);
        }
        catch (Exception e) when (e is AsnContentException or CryptographicException)
        {
            return false;
        }
    }

    private static bool FitsSigned(AsnReader signed)
    {
        if (signed.ReadInteger() != 1)
            return false;
        var digests = signed.ReadSetOf();
        if (Algorithm(digests) != Sha512 || digests.HasData)
            return false;
        var content = signed.ReadSequence();
        if (content.ReadObjectIdentifier() != Data || content.HasData)
            return false;
        signed.ReadSetOf(Content);
        var signers = signed.ReadSetOf();
        var signer = signers.ReadSequence();
        return !signers.HasData && !signed.HasData && FitsSigner(signer);
    }

    private static bool FitsSigner(AsnReader signer)
    {
        if (signer.ReadInteger() != 1)
            return false;
        signer.ReadSequence();
        if (Algorithm(signer) != Sha512)
            return false;
        signer.ReadSetOf(Content);
        var fits = Algorithms.Contains(Algorithm(signer));
        signer.ReadOctetString();
        return fits && !signer.HasData;
    }

    /// <summary>An algorithm without parameters, or with none in so many words.</summary>
    private static string Algorithm(AsnReader reader)
    {
        var algorithm = reader.ReadSequence();
        var id = algorithm.ReadObjectIdentifier();
        if (algorithm.HasData)
            algorithm.ReadNull();
        algorithm.ThrowIfNotEmpty();
        return id;
    }
}
