using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Bluesky;

/// <summary>Something to hand over, on its way into a page.</summary>
/// <param name="Item">As it will be handed over, but for the number of its exchange.</param>
/// <param name="At">Where it belongs among the others.</param>
/// <param name="Exchange">Where it was read from.</param>
/// <param name="Log">For a direct message: where in the log it stands; null for a public post.</param>
/// <param name="Root">For a public post: the root of its thread, where that is another post and has to be looked up.</param>
internal sealed record Found(CollectedItem Item, DateTimeOffset At, Exchange Exchange, string? Log = null, string? Root = null);
