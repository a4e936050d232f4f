using PoliceSocial.Host.Tests.Axe;
using PoliceSocial.Network;

[assembly: AssemblyFixture(typeof(SceneForce))]

namespace PoliceSocial.Host.Tests.Axe;

/// <summary>A host for scenes: they change what is stored, and others only look. The night is over when the first scene begins.</summary>
public sealed class SceneForce : IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private Stage? _stage;

    internal async Task<Stage> GetAsync(CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            return _stage ??= await SetAsync(await RunningHost.StartAsync("staffordshire-night", speed: 1000, ct), ct);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_stage is not null)
            await _stage.Host.DisposeAsync();
        _turn.Dispose();
    }

    /// <summary>What colleagues did before: one conversation is held, one answered, one answer waits for approval, and a contact's history asks what for.</summary>
    private static async Task WorkAsync(RunningHost host, List<string> rows, CancellationToken ct)
    {
        using var colleague = await host.SignInAsync(Everyone.Operator, ct);
        foreach (var row in rows.Take(3))
            await colleague.SubmitAsync(row, "form[action*=Claim]", [], ct);
        await colleague.SubmitAsync(rows[1], "form.reply", new() { ["Text"] = "Thank you. An officer reads this now." }, ct);
        await Eventually.BeSoAsync(
            async () => (await colleague.OpenAsync("/publishing/deliveries", ct)).QuerySelector("main table .badge--success") is not null, "a published reply", ct);
        using var administrator = await host.SignInAsync(Everyone.Administrator, ct);
        await administrator.SubmitAsync("/channels/1/edit", "main form.sheet", new() { ["RepliesNeedApproval"] = "true", ["PurposeNeeded"] = "true" }, ct);
        await colleague.SubmitAsync(rows[2], "form.reply", new() { ["Text"] = "Please ring 101." }, ct);
    }

    private static async Task<Stage> SetAsync(RunningHost host, CancellationToken ct)
    {
        using var supervisor = await host.SignInAsync(Everyone.Supervisor, ct);
        var rows = await Eventually.GetAsync(
            async () => (await supervisor.OpenAsync("/inbox", ct)).QuerySelectorAll(".row:not(.row--risk) .row__link").Select(a => a.GetAttribute("href")!).ToList() is { Count: >= 6 } all ? all : null,
            "conversations", ct);
        var risk = await Eventually.GetAsync(
            async () => (await supervisor.OpenAsync("/inbox?list=risk", ct)).QuerySelector(".row__link")?.GetAttribute("href"), "a conversation that is flagged", ct);
        await WorkAsync(host, rows, ct);
        var contact = (await supervisor.OpenAsync(rows[0], ct)).QuerySelector(".contact a.act")!.GetAttribute("href")!;
        var delivery = (await supervisor.OpenAsync("/publishing/deliveries", ct)).QuerySelector("main table a[href*='/deliveries/']")!.GetAttribute("href")!;
        return new(host, [.. rows.Select(r => r.Split('?')[0])], risk.Split('?')[0], contact, delivery, await RecordAsync(supervisor, rows[0], ct));
    }

    /// <summary>An incident of the first conversation.</summary>
    private static async Task<string> RecordAsync(Visitor supervisor, string row, CancellationToken ct)
    {
        var page = $"/incidents/new?conversation={row.Split('?')[0].Split('/')[^1]}";
        var form = await supervisor.OpenAsync(page, ct);
        await supervisor.SubmitAsync(page, "main form[method=post]", new()
        {
            ["Summary"] = "The landlord wrote that she was served.",
            ["Category"] = form.QuerySelectorAll("#Category option").Select(o => o.GetAttribute("value")).First(v => !string.IsNullOrEmpty(v))!,
            ["Grade"] = form.QuerySelector("input[name=Grade]")!.GetAttribute("value")!,
        }, ct);
        return await Eventually.GetAsync(
            async () => (await supervisor.OpenAsync("/incidents", ct)).QuerySelectorAll("main a[href^='/incidents/']").Select(a => a.GetAttribute("href")!.Split('?')[0])
                .FirstOrDefault(a => long.TryParse(a.Split('/')[^1], out _)), "an incident", ct);
    }
}

/// <summary>What the scenes find when they begin.</summary>
/// <param name="Host">The host.</param>
/// <param name="Talks">Addresses of conversations that are not flagged.</param>
/// <param name="Risk">The address of one that is.</param>
/// <param name="Contact">The address of a contact.</param>
/// <param name="Delivery">The address of something that was published.</param>
/// <param name="Recorded">The address of an incident that was recorded before.</param>
internal sealed record Stage(RunningHost Host, IReadOnlyList<string> Talks, string Risk, string Contact, string Delivery, string Recorded)
{
    /// <summary>The address of the incident that the supervisor's first scene recorded.</summary>
    public string? Incident { get; set; }
}
