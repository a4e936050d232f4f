using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Host.Shelf;

/// <summary>What the gate says of a plugin's folder.</summary>
internal abstract record GateOutcome
{
    private GateOutcome()
    {
    }

    /// <summary>It may be loaded.</summary>
    /// <param name="Manifest">What it says of itself.</param>
    /// <param name="Assembly">The full path of its assembly.</param>
    /// <param name="Signer">Whose signature let it in; null where it came with the product or none is required.</param>
    public sealed record Passed(ConnectorManifest Manifest, string Assembly, string? Signer) : GateOutcome;

    /// <summary>It may not.</summary>
    /// <param name="Why">A sentence that says what to do.</param>
    public sealed record Refused(string Why) : GateOutcome;
}
