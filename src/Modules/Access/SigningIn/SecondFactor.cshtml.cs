using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using PoliceSocial.Platform.Pages;

namespace PoliceSocial.Access.SigningIn;

/// <summary>The page that asks for the second factor.</summary>
[AllowAnonymous, InWelsh]
internal sealed class SecondFactorModel(ShowSecondFactor show, IStringLocalizer<AccessWords> words) : CodePage(words)
{
    protected override string Wrong => Words["SecondFactor.Wrong"];

    protected override Task<SecondFactorAnswer> ShowAsync(string? ticket, string code, Visitor visitor, CancellationToken ct) =>
        show.HandleAsync(ticket, code, visitor, ct);
}
