namespace PoliceSocial.Bluesky;

/// <summary>A facet with what the network wants to know of it: for a mention, whose account it is.</summary>
internal sealed record ResolvedFacet(Facet Facet, string Value);

/// <summary>Finds out who is mentioned. A name that nobody has stays plain text.</summary>
internal sealed class MentionResolver(Identities identities)
{
    public async Task<Result<List<ResolvedFacet>>> ResolveAsync(string text, CancellationToken ct)
    {
        var resolved = new List<ResolvedFacet>();
        foreach (var facet in Facets.Find(text))
        {
            if (facet.Kind != FacetKind.Mention)
            {
                resolved.Add(new ResolvedFacet(facet, facet.Value));
                continue;
            }
            var did = await identities.FindDidAsync(facet.Value, ct);
            if (did.Failure is { Trouble: not Trouble.Refused })
                return did.Failure;
            if (did.Value is { } known)
                resolved.Add(new ResolvedFacet(facet, known));
        }
        return resolved;
    }
}
