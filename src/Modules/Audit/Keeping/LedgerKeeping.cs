using PoliceSocial.Contracts.Audit;
using PoliceSocial.Platform.Acts;

namespace PoliceSocial.Audit.Keeping;

/// <summary>The same for an operator at the command line as for somebody on the pages.</summary>
internal sealed class LedgerKeeping(RotateKey rotate, AcceptRestore accept, ActFactory acts) : ILedgerKeeping
{
    public Task<LedgerKeepingAnswer> RotateKeyAsync(string reason, bool lost, CancellationToken ct) =>
        rotate.HandleAsync(acts.ByCommandLine(RotateKey.Kind), reason, lost, ct);

    public Task<LedgerKeepingAnswer> AcceptRestoreAsync(string reason, CancellationToken ct) =>
        accept.HandleAsync(acts.ByCommandLine(AcceptRestore.Kind), reason, ct);
}
