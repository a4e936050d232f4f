using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace PoliceSocial.Channels.Plugins;

/// <summary>The plugins on the shelf. They are installed and removed at the server's command line.</summary>
[Authorize(Policy = ChannelPermissions.ManagePlugins)]
internal sealed class ListPlugins(IShelf shelf) : PageModel
{
    public IReadOnlyList<ShelfEntry> Entries { get; } =
        [.. shelf.Entries.OrderBy(e => e.Manifest.Name, StringComparer.CurrentCulture).ThenBy(e => e.Manifest.Id, StringComparer.Ordinal)
            .ThenByDescending(e => e.State == ShelfLookup.Active).ThenByDescending(e => e.Manifest.Version, StringComparer.Ordinal)];
}
