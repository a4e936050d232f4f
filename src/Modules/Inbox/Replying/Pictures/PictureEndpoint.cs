using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PoliceSocial.Inbox.Attachments;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Replying.Pictures;

/// <summary>Shows the pictures of our own replies, to whoever may read the conversation: an approver sees what they approve.</summary>
internal sealed class PictureEndpoint(Store<InboxModule> store, MediaStore media)
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/inbox/replies/{id:long}/pictures/{number:int}", (long id, int number, HttpContext http, PictureEndpoint pictures, CancellationToken ct) =>
            pictures.ServeAsync(http, id, number, ct)).RequireAuthorization(InboxPermissions.Read);

    private async Task<IResult> ServeAsync(HttpContext http, long id, int number, CancellationToken ct)
    {
        if (await store.FindAsync(ReplyStatements.Load, new { id }, ct) is not { } reply
            || await store.FindAsync(ConversationStatements.Load, new { id = reply.ConversationId }, ct) is not { } conversation
            || !http.Person().Grants.Allows(InboxPermissions.Read, conversation.ChannelId, conversation.TeamId)
            || (await store.QueryAsync(ReplyPictureRow.OfReply, new { replyId = id }, ct)).FirstOrDefault(p => p.Number == number) is not { } picture
            || media.OpenOriginal(picture.Sha256) is not { } stream)
        {
            return Results.NotFound();
        }

        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.Stream(stream, picture.MediaType);
    }
}
