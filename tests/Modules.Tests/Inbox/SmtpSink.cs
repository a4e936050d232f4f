using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using MimeKit;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace PoliceSocial.Modules.Tests.Inbox;

/// <summary>A mail server that keeps what it is given.</summary>
internal sealed class SmtpSink : IDisposable
{
    private readonly ConcurrentQueue<MimeMessage> _received = new();
    private readonly CancellationTokenSource _end = new();

    private SmtpSink(int port) => Port = port;

    public int Port { get; }

    public IReadOnlyList<MimeMessage> Received => [.. _received];

    public static async Task<SmtpSink> StartAsync()
    {
        var sink = new SmtpSink(FreePort());
        var services = new ServiceProvider();
        services.Add(new Store(sink._received));
        var server = new SmtpServer.SmtpServer(new SmtpServerOptionsBuilder().ServerName("sink").Endpoint(e => e.Endpoint(new(IPAddress.Loopback, sink.Port)).IsSecure(false)).Build(), services);
        _ = server.StartAsync(sink._end.Token);
        await TestForce.UntilAsync(async () =>
        {
            using var probe = new TcpClient();
            try
            {
                await probe.ConnectAsync(IPAddress.Loopback, sink.Port);
                return true;
            }
            catch (SocketException)
            {
                return false;
            }
        }, "the mail server listens");
        return sink;
    }

    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The server disposes of its store after each message: it is not the sink itself.</summary>
    private sealed class Store(ConcurrentQueue<MimeMessage> received) : MessageStore
    {
        public override async Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            using var bytes = new MemoryStream(buffer.ToArray());
            received.Enqueue(await MimeMessage.LoadAsync(bytes, cancellationToken));
            return SmtpResponse.Ok;
        }
    }
}
