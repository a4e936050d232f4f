using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Attachments;

/// <summary>
/// Hands out attachments: the preview that we made, or on demand the original as a download that no browser opens by itself.
/// Either is recorded before a byte leaves.
/// </summary>
internal sealed class AttachmentEndpoints(Store<InboxModule> store, MediaStore media, Timeline timeline, ActFactory acts)
{
    public static readonly ActKind Kind = new("inbox.view-attachment");

    private static readonly Statement<FileRow> Find = Statement.Of<FileRow>(
        """
        SELECT a.Id, a.Sha256, a.FoundType, c.Id AS ConversationId, c.ChannelId, c.TeamId
        FROM inbox.Attachment AS a
        JOIN inbox.Message AS m ON m.Id = a.MessageId
        JOIN inbox.Conversation AS c ON c.Id = m.ConversationId
        WHERE a.Id = @id AND a.Sha256 IS NOT NULL
        """);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/inbox/attachments/{id:long}/preview", (long id, HttpContext http, AttachmentEndpoints files, CancellationToken ct) =>
            files.ServeAsync(http, id, original: false, ct)).RequireAuthorization(InboxPermissions.Read);
        routes.MapGet("/inbox/attachments/{id:long}/original", (long id, HttpContext http, AttachmentEndpoints files, CancellationToken ct) =>
            files.ServeAsync(http, id, original: true, ct)).RequireAuthorization(InboxPermissions.Read);
    }

    private async Task<IResult> ServeAsync(HttpContext http, long id, bool original, CancellationToken ct)
    {
        var person = http.Person();
        if (await store.FindAsync(Find, new { id }, ct) is not { } file || !person.Grants.Allows(InboxPermissions.Read, file.ChannelId, file.TeamId))
            return Results.NotFound();
        if ((original ? media.OpenOriginal(file.Sha256) : media.OpenPreview(file.Sha256)) is not { } stream)
            return Results.NotFound();
        await RecordAsync(person, file, original, ct);
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        http.Response.Headers.CacheControl = "private, no-store";
        return original
            ? Results.Stream(stream, "application/octet-stream", Convert.ToHexStringLower(file.Sha256) + ".original")
            : Results.Stream(stream, "image/webp");
    }

    private async Task RecordAsync(Person person, FileRow file, bool original, CancellationToken ct)
    {
        await using var session = await store.BeginAsync(acts.By(person, Kind), ct);
        if (original)
            await timeline.AddAsync(session, file.ConversationId, Deed.ViewedOriginal, ct, file.Id);
        session.Raise(new AttachmentViewed(file.ConversationId, file.Id, original));
        await session.CommitAsync(ct);
    }

    private sealed record FileRow
    {
        public required long Id { get; init; }

        public required byte[] Sha256 { get; init; }

        public string? FoundType { get; init; }

        public required long ConversationId { get; init; }

        public required long ChannelId { get; init; }

        public long? TeamId { get; init; }
    }
}
