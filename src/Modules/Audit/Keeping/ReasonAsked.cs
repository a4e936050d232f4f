namespace PoliceSocial.Audit.Keeping;

/// <summary>The form that asks for a reason before something is done to the ledger.</summary>
/// <param name="Label">What is asked.</param>
/// <param name="Hint">What belongs into it.</param>
/// <param name="Button">What the button says.</param>
/// <param name="Given">What was given before.</param>
internal sealed record ReasonAsked(string Label, string Hint, string Button, string? Given);
