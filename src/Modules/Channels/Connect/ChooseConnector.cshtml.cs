using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Channels.Plugins;

namespace PoliceSocial.Channels.Connect;

/// <summary>Which network to connect an account of.</summary>
[Authorize(Policy = ChannelPermissions.Manage)]
internal sealed class ChooseConnector(IShelf shelf) : PageModel
{
    public IReadOnlyList<ConnectorManifest> Connectors { get; } = shelf.Connectable();
}
