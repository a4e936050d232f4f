namespace PoliceSocial.Host.Shelf;

/// <summary>A package that cannot be taken; its message is a sentence for the operator that says what to do.</summary>
internal sealed class UnfitPackageException(string why) : Exception(why);
