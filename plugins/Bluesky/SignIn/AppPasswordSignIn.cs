using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Json;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Bluesky;

/// <summary>Signs in with an app password, and renews what that gave.</summary>
internal sealed class AppPasswordSignIn(ConnectorContext context, BlueskySettings settings, SessionStore store, Line line)
{
    public async Task<Result<StoredSession>> SignInAsync(CancellationToken ct)
    {
        if (await store.AppPasswordAsync(ct) is not { Length: > 0 } password)
            return new Failure(Trouble.SignedOut, "The channel is not signed in to Bluesky.");
        var request = new HttpRequestMessage(HttpMethod.Post, Method("createSession"))
        {
            Content = JsonBody(writer =>
        {
            writer.WriteString("identifier", settings.Handle);
            writer.WriteString("password", password);
        })
        };
        var answer = await SendAsync(request, ct);
        if (answer.Failure is { Code: "AuthFactorTokenRequired" } failure)
            return failure with { Trouble = Trouble.SignedOut, Why = "Bluesky asks for a second factor: use an app password, not the account's own." };
        if (answer.Failure is { Trouble: Trouble.SignedOut })
            return answer.Failure with { Why = "Bluesky does not accept this handle with this app password." };
        return answer.Failed ? answer.Failure : await KeepAsync(answer.Value, ct);
    }

    public async Task<Result<StoredSession>> RefreshAsync(StoredSession stored, CancellationToken ct)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Method("refreshSession"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", stored.RefreshToken);
        var answer = await SendAsync(request, ct);
        return answer.Failed ? answer.Failure : await KeepAsync(answer.Value, ct);
    }

    private async Task<Result<StoredSession>> KeepAsync(Answer answer, CancellationToken ct)
    {
        using var json = Json.TryParse(answer.Body);
        if (json is null
            || Json.Text(json.RootElement, "did") is not { Length: > 0 } did
            || Token.Read(json.RootElement, "accessJwt") is not { } access
            || Token.Read(json.RootElement, "refreshJwt") is not { } refresh)
        {
            return new Failure(Trouble.Unreadable, "Bluesky's answer to the sign-in cannot be read.");
        }

        var session = new StoredSession
        {
            Did = did,
            Server = settings.Service,
            AccessToken = access,
            RefreshToken = refresh,
            AccessExpires = Token.Expiry(access) ?? DateTimeOffset.MaxValue,
            Fingerprint = await store.FingerprintAsync(ct),
        };
        await store.SaveAsync(session, ct);
        return session;
    }

    private async Task<Result<Answer>> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        using (request)
        {
            var answer = await line.SendAsync(request, Names.LongestAnswer, ct);
            return !answer.Failed && Verdict.Of(answer.Value, context.Clock.GetUtcNow()) is { } failure ? failure : answer;
        }
    }

    private Uri Method(string name) => new(settings.Service, $"/xrpc/com.atproto.server.{name}");

    private static ByteArrayContent JsonBody(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }
        return new ByteArrayContent(buffer.WrittenSpan.ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
    }
}
