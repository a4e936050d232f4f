using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Bluesky;

/// <summary>Makes connectors to Bluesky and any other network of the AT Protocol.</summary>
public sealed class BlueskyConnectorFactory : IConnectorFactory
{
    /// <inheritdoc/>
    public IConnector Create(ConnectorContext context)
    {
        var settings = BlueskySettings.Read(context);
        var line = new Line(context.Http, context.Clock, context.Report);
        var nonces = new Nonces();
        var identities = new Identities(context, settings, line);
        var store = new SessionStore(context, settings);
        var calls = new TokenCalls(context, line, nonces);
        var grants = new Grants(context, store, calls);
        var sessions = new Sessions(context, store, new AppPasswordSignIn(context, settings, store, line), grants);
        var xrpc = new Xrpc(context, line, sessions, nonces);
        var servers = new AuthorizationServers(identities);
        var views = new PostViews(xrpc);
        var messages = new DirectMessages(context, settings, xrpc, new People(xrpc), new Correspondents(xrpc));
        var mentions = new MentionResolver(identities);
        var attempts = new Attempts(context.Clock);
        return new BlueskyConnector(
            new Account(xrpc),
            sessions,
            new BeginAuthorization(settings, identities, servers, calls),
            new CompleteAuthorization(identities, servers, grants, sessions),
            new Collector(context, xrpc, new Notifications(context, xrpc), new Changes(context, xrpc, views), new ThreadRoots(context, views), messages),
            new MediaFetcher(context, identities, line),
            new Limits(xrpc, messages),
            new Publisher(
                context, xrpc,
                new PublicPosts(xrpc, mentions, new MediaUpload(xrpc), attempts),
                new PrivateMessages(xrpc, messages, mentions, new SentMessages(context), attempts)));
    }
}
