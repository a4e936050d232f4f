using PoliceSocial.Platform.Acts;

namespace PoliceSocial.Platform.Data;

/// <summary>A session changed rows and raised no event: the change would be missing from the ledger, so it was not made.</summary>
/// <param name="schema">Where.</param>
/// <param name="kind">On behalf of which act.</param>
public sealed class UnrecordedChangeException(string schema, ActKind kind)
    : InvalidOperationException($"{kind.Name} changed rows in {schema} and raised no event. Nothing was kept: raise one before committing.");
