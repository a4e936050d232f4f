using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Inbox.Flag;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Rules;

/// <summary>All risk rules.</summary>
[Authorize(Policy = InboxPermissions.ManageRules)]
internal sealed class RulesModel(Store<InboxModule> store) : PageModel
{
    public IReadOnlyList<RiskRuleRow> Rules { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Rules = await store.QueryAsync(RiskRules.All, null, ct);
}
