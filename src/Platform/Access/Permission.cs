namespace PoliceSocial.Platform.Access;

/// <summary>Something that a person may or may not do. Its key is also the name of the policy that a page states.</summary>
/// <param name="Key">The schema and what it allows, in lower case: <c>inbox.reply</c>. A constant of its module.</param>
/// <param name="Label">What an administrator reads: "Reply to the public".</param>
/// <param name="Scoped">True where it can be limited to channels and teams.</param>
public sealed record Permission(string Key, string Label, bool Scoped = false);
