namespace PoliceSocial.Triage.Reading;

/// <summary>Something about a message that the model can weigh: a word, two in a row, a class of words, a manner of writing.</summary>
/// <param name="Key">
/// Its name in the model, led by its sort: <c>w:</c> a word or two, <c>p:</c> how a word begins, <c>c:</c> a class of words or two
/// that stand together, <c>m:</c> a manner of writing.
/// </param>
/// <param name="Where">Where it stands; null for a manner of writing.</param>
internal readonly record struct Sign(string Key, Mark? Where);
