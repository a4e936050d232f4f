using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using PoliceSocial.Platform.Outbound;

namespace PoliceSocial.Inbox.Alarming;

/// <summary>What came of trying once.</summary>
/// <param name="State">Taken, Failed where it certainly did not arrive, or Unknown.</param>
/// <param name="Problem">What went wrong, for staff; null where nothing did.</param>
/// <param name="Final">True where trying again would end the same.</param>
internal sealed record CallResult(CallState State, string? Problem = null, bool Final = false);

/// <summary>What a call says: how many alarms, how old, where to look. Nothing that anybody wrote, and nobody's name.</summary>
internal sealed record CallContent(AlarmCallRow Call, IReadOnlyList<AlarmCallStatements.StandingRow> Alarms, DateTimeOffset Now);

/// <summary>Sends a call once, by e-mail or to the hook.</summary>
internal sealed class CallOut(AlarmOptions options, IHttpClientFactory clients)
{
    public const string Client = "inbox.alarm-hook";

    public Task<CallResult> TryAsync(CallContent content, CancellationToken ct) => content.Call.Way switch
    {
        CallWay.Email => MailAsync(content, ct),
        CallWay.Hook => PostAsync(content, ct),
    };

    private async Task<CallResult> MailAsync(CallContent content, CancellationToken ct)
    {
        if (options.Mail.Host.Length == 0)
            return new(CallState.Failed, "No mail server is configured (Inbox:Alarming:Mail).", Final: true);
        using var message = MessageOf(content);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(TimeSpan.FromSeconds(options.TimeoutSeconds));
        using var client = new SmtpClient();
        var handedOver = false;
        try
        {
            await client.ConnectAsync(options.Mail.Host, options.Mail.Port, options.Mail.Encrypted ? SecureSocketOptions.Auto : SecureSocketOptions.None, patience.Token);
            if (options.Mail.Encrypted && !client.IsSecure)
                return new(CallState.Failed, "The mail server offers no encryption, and none was allowed to be left out.", Final: true);
            if (options.Mail.User.Length > 0)
                await client.AuthenticateAsync(options.Mail.User, options.Mail.Password, patience.Token);
            handedOver = true;
            await client.SendAsync(message, patience.Token);
            return new(CallState.Taken);
        }
        catch (Exception e) when (e is SmtpCommandException or AuthenticationException or SslHandshakeException or ServiceNotAuthenticatedException)
        {
            return new(CallState.Failed, $"The mail server refused: {e.Message}");
        }
        catch (Exception e) when (e is SocketException or IOException or ProtocolException or ServiceNotConnectedException)
        {
            return new(handedOver ? CallState.Unknown : CallState.Failed, $"The connection to the mail server failed: {e.Message}");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new(handedOver ? CallState.Unknown : CallState.Failed, Slow("The mail server"));
        }
    }

    private async Task<CallResult> PostAsync(CallContent content, CancellationToken ct)
    {
        if (options.HookSecret.Length == 0)
            return new(CallState.Failed, "No secret is configured for the hook (Inbox:Alarming:HookSecret).", Final: true);
        using var request = SignedPost.Request(content.Call.Addresses, options.HookSecret, content.Call.Id, DocumentOf(content), content.Now);
        using var client = clients.CreateClient(Client);
        client.Timeout = TimeSpan.FromSeconds(options.TimeoutSeconds);
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            return (int)response.StatusCode switch
            {
                >= 200 and < 300 => new(CallState.Taken),
                var status => new(CallState.Failed, string.Create(CultureInfo.InvariantCulture, $"The other system answered {status}.")),
            };
        }
        catch (HttpRequestException e)
        {
            var never = e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError;
            return new(never ? CallState.Failed : CallState.Unknown, $"The other system could not be reached or broke off: {e.Message}");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new(CallState.Unknown, Slow("The other system"));
        }
    }

    private string Slow(string who) => string.Create(CultureInfo.InvariantCulture, $"{who} did not answer within {options.TimeoutSeconds} seconds.");

    private MimeMessage MessageOf(CallContent content)
    {
        var (call, alarms, now) = content;
        var message = new MimeMessage();
        message.From.Add(MailboxAddress.Parse(options.Mail.From));
        message.To.AddRange(call.Addresses.Split(',').Select(MailboxAddress.Parse));
        message.MessageId = string.Create(CultureInfo.InvariantCulture, $"{call.Id}.{call.Attempts}@policesocial");
        var mark = call.Rehearsal ? "REHEARSAL: " : "";
        message.Subject = call.Test ? "Test of the alarm by e-mail" : $"{mark}{Counted(alarms.Count)} not acknowledged";
        var lines = call.Test
            ? ["This is a test: no alarm stands. Nothing is to be done."]
            : alarms.Select(a => string.Create(
                CultureInfo.InvariantCulture, $"Raised {(now - a.RaisedAt).TotalMinutes:0} min ago: {options.ServiceAddress}/inbox/{a.ConversationId}"))
                .Prepend($"{mark}{Counted(alarms.Count)} on the desk has not been acknowledged by anybody. This reaches you as: {call.StepName}.")
                .Append($"All of them: {options.ServiceAddress}/inbox?list=risk");
        message.Body = new TextPart("plain") { Text = string.Join("\r\n\r\n", lines) };
        return message;
    }

    private string DocumentOf(CallContent content) => JsonSerializer.Serialize(
        new
        {
            schema = "policesocial-alarm/1",
            id = content.Call.Id.ToString(CultureInfo.InvariantCulture),
            kind = content.Call.Test ? "test" : "not-acknowledged",
            rehearsal = content.Call.Rehearsal,
            step = content.Call.StepName,
            at = content.Now,
            alarms = content.Alarms.Select(a => new
            {
                conversation = a.ConversationId.ToString(CultureInfo.InvariantCulture),
                raisedAt = a.RaisedAt,
                seconds = (int)(content.Now - a.RaisedAt).TotalSeconds,
                address = string.Create(CultureInfo.InvariantCulture, $"{options.ServiceAddress}/inbox/{a.ConversationId}"),
            }),
        }, JsonSerializerOptions.Web);

    private static string Counted(int alarms) => alarms == 1 ? "1 risk alarm" : string.Create(CultureInfo.InvariantCulture, $"{alarms} risk alarms");
}
