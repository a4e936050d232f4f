using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace PoliceSocial.Network;

/// <summary>One call of the network's methods.</summary>
internal static class AtCall
{
    public static Task<JsonNode> GetAsync(HttpClient http, string method, string? token, string? proxy, CancellationToken ct) =>
        SendAsync(http, new HttpRequestMessage(HttpMethod.Get, $"/xrpc/{method}"), token, proxy, ct);

    public static Task<JsonNode> PostAsync(HttpClient http, string method, JsonNode body, string? token, string? proxy, CancellationToken ct) =>
        SendAsync(http, new HttpRequestMessage(HttpMethod.Post, $"/xrpc/{method}") { Content = JsonContent.Create(body) }, token, proxy, ct);

    public static Task<JsonNode> UploadAsync(HttpClient http, byte[] bytes, string mediaType, string token, CancellationToken ct)
    {
        var content = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(mediaType) } };
        var request = new HttpRequestMessage(HttpMethod.Post, "/xrpc/com.atproto.repo.uploadBlob") { Content = content };
        return SendAsync(http, request, token, proxy: null, ct);
    }

    private static async Task<JsonNode> SendAsync(HttpClient http, HttpRequestMessage request, string? token, string? proxy, CancellationToken ct)
    {
        using (request)
        {
            if (token is not null)
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            if (proxy is not null)
                request.Headers.Add("atproto-proxy", proxy);
            using var answer = await http.SendAsync(request, ct);
            var body = await answer.Content.ReadAsStringAsync(ct);
            if (!answer.IsSuccessStatusCode)
                throw new InvalidOperationException($"{request.RequestUri} answered {(int)answer.StatusCode}: {body}");
            return body.Length == 0 ? new JsonObject() : JsonNode.Parse(body)!;
        }
    }
}
