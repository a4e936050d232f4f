namespace PoliceSocial.Host.Pages;

/// <summary>The words of the frame and of the host's own pages, in <c>HostWords.resx</c> and <c>HostWords.cy.resx</c>.</summary>
internal sealed class HostWords;
