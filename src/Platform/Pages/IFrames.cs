using Microsoft.AspNetCore.Http;

namespace PoliceSocial.Platform.Pages;

/// <summary>Reads the frame for a request; the layout asks it once a page.</summary>
public interface IFrames
{
    /// <summary>The frame as the person behind this request may see it. Never throws for want of data: it leaves out what it cannot read.</summary>
    ValueTask<Frame> ForAsync(HttpContext http, CancellationToken ct);
}
