using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PoliceSocial.Evidence.Making;

namespace PoliceSocial.Evidence.Exporting;

/// <summary>Hands a finished bag out, once the officer has said what for; each time is a disclosure on record.</summary>
internal sealed class HandOver(Store<EvidenceModule> store, ReadExports exports, BagFolder bags, ActFactory acts)
{
    public static readonly ActKind Kind = new("evidence.download-export");
    private const int LongestPurpose = 1_000;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/evidence/exports/{id:long}/bag", (long id, [FromForm] string? purpose, HttpContext http, HandOver over, CancellationToken ct) => over.ServeAsync(http, id, purpose, ct))
            .RequireAuthorization(EvidencePermissions.Export).WithMetadata(new RequireAntiforgeryTokenAttribute());

    /// <summary>The bag's bytes; null where there is none for this person. It is on record before a byte leaves.</summary>
    public async Task<(Stream Bytes, string Name)?> OpenAsync(Person person, long id, string purpose, CancellationToken ct)
    {
        if (await exports.FindAsync(person, id, EvidencePermissions.Export, ct) is not { Export: { State: ExportState.Ready } export } || bags.Open(id) is not { } bytes)
            return null;
        await using var session = await store.BeginAsync(acts.By(person, Kind, purpose), ct);
        session.Raise(new ExportDownloaded(id, export.Recipient));
        await session.CommitAsync(ct);
        return (bytes, Bag.Contents.Package.NameOf(export.Reference()) + ".zip");
    }

    private async Task<IResult> ServeAsync(HttpContext http, long id, string? purpose, CancellationToken ct)
    {
        var said = purpose?.Trim() ?? "";
        if (said.Length is 0 or > LongestPurpose)
            return Results.Redirect(FormattableString.Invariant($"/evidence/exports/{id}?purpose=missing"));
        if (await OpenAsync(http.Person(), id, said, ct) is not var (bytes, name))
            return Results.NotFound();
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.Stream(bytes, "application/zip", name);
    }
}
