namespace PoliceSocial.Platform.Pages;

/// <summary>A host that pages may ask for pictures beside our own, since an administrator named it. A module registers each; none is registered by default.</summary>
/// <param name="Address">Scheme, host and port, and nothing else.</param>
public sealed record PictureHost(Uri Address);
