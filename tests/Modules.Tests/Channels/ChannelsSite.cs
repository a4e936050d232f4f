using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PoliceSocial.Channels;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Contracts.Channels;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Connectors;
using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Modules;

namespace PoliceSocial.Modules.Tests.Channels;

/// <summary>The module's pages over HTTP, without the host's frame, as one person sees them.</summary>
internal sealed partial class ChannelsSite(WebApplication app, TestDatabase database, FakeNetwork network, HttpClient http) : IAsyncDisposable
{
    public FakeNetwork Network { get; } = network;

    public Uri Address => http.BaseAddress!;

    public static CancellationToken Ct => TestForce.Ct;

    public static async Task<ChannelsSite> OpenAsync(Person person)
    {
        var database = await TestDatabase.CreateAsync(Dialect.Sqlite, Ct);
        var network = new FakeNetwork();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(ChannelsModule).Assembly.GetName().Name });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(database.Settings);
        builder.Services.AddSingleton(new DataFolder(database.Folder));
        builder.Services.PostConfigure<DatabaseOptions>(o => o.Folder = database.Folder);
        builder.Services.AddPlatform(builder.Configuration).Add<ChannelsModule>();
        builder.Services.AddSingleton<IShelf>(network).AddSingleton<IPeople, NoPeople>();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddRazorPages(o => o.RootDirectory = "/").AddApplicationPart(typeof(ChannelsModule).Assembly);
        builder.Services.AddAuthentication(Badge.Scheme).AddScheme<AuthenticationSchemeOptions, Badge>(Badge.Scheme, null);
        builder.Services.AddAuthorization();
        // The scheduler would sweep by the real clock.
        builder.Services.Remove(builder.Services.Single(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Namespace == "Quartz"));
        var app = builder.Build();
        app.UseAuthentication();
        app.Use((context, next) =>
        {
            context.Features.Set(person);
            return next(context);
        });
        app.UseAuthorization();
        app.MapRazorPages();
        await app.StartAsync(Ct);
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = new(app.Urls.First()) };
        return new(app, database, network, http);
    }

    public async Task<Channel> ConnectAsync()
    {
        await app.Services.GetRequiredService<IConnectChannel>().ConnectAsync(new(100, FakeNetwork.Id, "Force on Fakebook", ChannelsForce.Filled()), Ct);
        return new((await app.Services.GetRequiredService<IChannels>().FindAsync(100, Ct))!);
    }

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public async Task<Answer> GetAsync(string path) => await ReadAsync(await http.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute), Ct));

    /// <summary>Fills in a page's form and sends it.</summary>
    public async Task<Answer> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        var token = Token().Match((await GetAsync(path.Split('?')[0])).Body).Groups[1].Value;
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).Append(new("__RequestVerificationToken", token)));
        return await ReadAsync(await http.PostAsync(new Uri(path, UriKind.Relative), form, Ct));
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.StopAsync(Ct);
        await app.DisposeAsync();
        await database.DisposeAsync();
    }

    private static async Task<Answer> ReadAsync(HttpResponseMessage answer)
    {
        using (answer)
            return new((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Ct), answer.Headers.Location?.OriginalString);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    /// <summary>A channel that is there.</summary>
    internal sealed record Channel(ChannelSummary Summary);

    /// <summary>What came back.</summary>
    internal sealed record Answer(int Status, string Body, string? Location);

    private sealed class Badge(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
    {
        public new const string Scheme = "Badge";

        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.Success(
            new(new ClaimsPrincipal(new ClaimsIdentity([new("sub", "7")], Scheme)), Scheme)));
    }

    private sealed class NoPeople : IPeople
    {
        public Task<IReadOnlyDictionary<long, string>> NamesAsync(IEnumerable<long> ids, CancellationToken ct) =>
            Task.FromResult<IReadOnlyDictionary<long, string>>(new Dictionary<long, string>());

        public Task<IReadOnlyList<PersonSummary>> WhoMayAsync(string permission, long channelId, long? teamId, CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<PersonSummary>>([]);

        public Task<IReadOnlyList<TeamSummary>> TeamsAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<TeamSummary>>([new(5, "Digital desk")]);
    }
}
