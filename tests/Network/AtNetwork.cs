using System.Text.Json.Nodes;

namespace PoliceSocial.Network;

/// <summary>
/// A real AT Protocol network of our own on this machine: directory, personal data server, AppView, moderation, and on demand a service
/// for direct messages. Look at <see cref="AtEnvironment.Missing"/> first. About ten seconds to start; use one for many tests.
/// </summary>
public sealed class AtNetwork : IAsyncDisposable
{
    private readonly NodeServer _servers;
    private readonly DirectoryInfo _folder;
    private readonly SemaphoreSlim _joining = new(1, 1);
    private NodeServer? _chat;
    private int _people;

    private AtNetwork(NodeServer servers, DirectoryInfo folder)
    {
        _servers = servers;
        _folder = folder;
        var ready = JsonNode.Parse(servers.Ready)!;
        Service = new Uri((string)ready["service"]!);
        Directory = new Uri((string)ready["directory"]!);
        AppView = new Uri((string)ready["appView"]!);
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Service };
    }

    /// <summary>The personal data server: what a connector's setting <c>service</c> takes.</summary>
    public Uri Service { get; }

    /// <summary>The directory of identities: what a connector's setting <c>directory</c> takes.</summary>
    public Uri Directory { get; }

    /// <summary>The server that people's apps read from; the personal data server asks it for them.</summary>
    public Uri AppView { get; }

    /// <summary>The service for direct messages, what a connector's setting <c>chatService</c> takes; null until it is started.</summary>
    public string? ChatService { get; private set; }

    internal HttpClient Http { get; }

    /// <summary>Starts a network. Installs its packages first where that has not been done.</summary>
    /// <param name="ct">Cancels.</param>
    /// <param name="rateLimits">Whether the real network's limits hold.</param>
    public static async Task<AtNetwork> StartAsync(CancellationToken ct, bool rateLimits = false)
    {
        await NetworkFolder.InstallAsync(ct);
        var folder = System.IO.Directory.CreateTempSubdirectory("at-network-");
        var environment = new Dictionary<string, string> { ["ATP_RATE_LIMITS"] = rateLimits ? "1" : "" };
        try
        {
            return new AtNetwork(await NodeServer.StartAsync(["start.mjs", folder.FullName], environment, ct), folder);
        }
        catch
        {
            folder.Delete(recursive: true);
            throw;
        }
    }

    /// <summary>Starts the service for direct messages, unless it runs.</summary>
    public async Task<string> StartChatAsync(CancellationToken ct)
    {
        if (ChatService is not null)
            return ChatService;
        _chat = await NodeServer.StartAsync(["chat.mjs", Service.OriginalString, Directory.OriginalString], new Dictionary<string, string>(), ct);
        return ChatService = (string)JsonNode.Parse(_chat.Ready)!["did"]!;
    }

    /// <summary>Makes an account.</summary>
    /// <param name="name">Letters and digits, at most ten; a number is added, so that names may repeat.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<AtPerson> JoinAsync(string name, CancellationToken ct)
    {
        // The server stumbles over accounts that are made at the same moment, and on a busy machine over its own time limits; setting the
        // scene is not what a test is about.
        await _joining.WaitAsync(ct);
        try
        {
            return await Eventually.GetAsync(() => TryJoinAsync($"{name}{++_people}", ct), $"an account for {name}", ct, seconds: 90);
        }
        finally
        {
            _joining.Release();
        }
    }

    private async Task<AtPerson?> TryJoinAsync(string name, CancellationToken ct)
    {
        try
        {
            return await JoinAsync($"{name}.test", $"{name}@mail.test", ct);
        }
        catch (InvalidOperationException e) when (e.Message.Contains("answered 500", StringComparison.Ordinal))
        {
            return null;
        }
    }

    private async Task<AtPerson> JoinAsync(string handle, string address, CancellationToken ct)
    {
        var password = $"password-of-{handle}";
        var account = await AtCall.PostAsync(Http, "com.atproto.server.createAccount",
            new JsonObject { ["handle"] = handle, ["email"] = address, ["password"] = password }, token: null, proxy: null, ct);
        return new AtPerson(this, (string)account["did"]!, handle, password, (string)account["accessJwt"]!);
    }

    /// <summary>Stops every server and removes what they wrote.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_chat is not null)
            await _chat.DisposeAsync();
        await _servers.DisposeAsync();
        Http.Dispose();
        _joining.Dispose();
        _folder.Delete(recursive: true);
    }
}
