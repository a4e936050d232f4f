using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using PoliceSocial.Platform.Pages;

namespace PoliceSocial.Access.SigningIn;

/// <summary>The page for somebody who has lost their authenticator.</summary>
[AllowAnonymous, InWelsh]
internal sealed class RecoveryModel(ShowRecoveryCode show, IStringLocalizer<AccessWords> words) : CodePage(words)
{
    protected override string Wrong => Words["Recovery.Wrong"];

    protected override Task<SecondFactorAnswer> ShowAsync(string? ticket, string code, Visitor visitor, CancellationToken ct) =>
        show.HandleAsync(ticket, code, visitor, ct);
}
