using PoliceSocial.Bag.Sealing;

namespace PoliceSocial.Bag.Writing;

/// <summary>A bag that is complete.</summary>
/// <param name="Files">How many payload files it has.</param>
/// <param name="Bytes">How many bytes they have together.</param>
/// <param name="Fingerprint">SHA-256 of <c>tagmanifest-sha512.txt</c>, in hexadecimal: names this bag and no other.</param>
/// <param name="Stamps">What each time-stamp authority answered.</param>
public sealed record SealedBag(int Files, long Bytes, string Fingerprint, IReadOnlyList<StampOutcome> Stamps);
