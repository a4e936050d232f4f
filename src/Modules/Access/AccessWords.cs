namespace PoliceSocial.Access;

/// <summary>The words of the pages around signing in, in <c>AccessWords.resx</c> and <c>AccessWords.cy.resx</c>.</summary>
internal sealed class AccessWords;
