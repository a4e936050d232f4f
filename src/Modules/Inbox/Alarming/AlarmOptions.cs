using Microsoft.Extensions.Configuration;
using PoliceSocial.Platform.Outbound;

namespace PoliceSocial.Inbox.Alarming;

/// <summary>How alarms leave the service; the section <c>Inbox:Alarming</c> of the configuration. What is secret stands here, not in the policy.</summary>
internal sealed record AlarmOptions
{
    public const string Section = "Inbox:Alarming";

    /// <summary>Where staff open the service, for links: <c>https://desk.force.example</c>.</summary>
    public string ServiceAddress { get; init; } = "";

    /// <summary>Signs what goes to the hook.</summary>
    public string HookSecret { get; init; } = "";

    public double TimeoutSeconds { get; init; } = 10;

    public MailServer Mail { get; init; } = new();

    public static AlarmOptions Of(IConfiguration configuration)
    {
        var options = configuration.GetSection(Section).Get<AlarmOptions>() ?? new();
        return options.Problem() is { } problem ? throw new InvalidOperationException($"{Section}: {problem}.") : options;
    }

    private string? Problem() => this switch
    {
        { TimeoutSeconds: <= 0 or > 60 } => "a call may take between 0 and 60 seconds",
        { HookSecret.Length: > 0 and < SignedPost.ShortestSecret } => $"the hook's secret needs at least {SignedPost.ShortestSecret} characters",
        { Mail: { Host.Length: > 0, From: "" } } => "the mail server needs an address to send from (Mail:From)",
        _ => null,
    };
}

/// <summary>The force's mail server.</summary>
internal sealed record MailServer
{
    public string Host { get; init; } = "";

    public int Port { get; init; } = 587;

    public string From { get; init; } = "";

    public string User { get; init; } = "";

    public string Password { get; init; } = "";

    /// <summary>False only for a relay on this very machine or in a closed network.</summary>
    public bool Encrypted { get; init; } = true;
}
