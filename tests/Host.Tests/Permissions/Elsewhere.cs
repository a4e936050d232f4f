using System.Globalization;
using System.Net;
using PoliceSocial.Network;

[assembly: AssemblyFixture(typeof(PoliceSocial.Host.Tests.Permissions.Elsewhere))]

namespace PoliceSocial.Host.Tests.Permissions;

/// <summary>
/// A host on which work was done, and somebody of another team: their roles open every page of the desk, of incidents, evidence and
/// deliveries, and reach no channel and no team on which anything was written.
/// </summary>
public sealed class Elsewhere : IAsyncDisposable
{
    private const string SignInName = "elsewhere";
    private readonly SemaphoreSlim _turn = new(1, 1);
    private RunningHost? _host;
    private Done? _done;

    /// <summary>What was done, and the one who must not see it.</summary>
    /// <param name="Host">The host.</param>
    /// <param name="Person">Somebody of another team, signed in.</param>
    /// <param name="Ids">The ids of what there is, by its sort.</param>
    internal sealed record Done(RunningHost Host, Visitor Person, IReadOnlyDictionary<string, long> Ids);

    internal async Task<Done> GetAsync(CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            _host ??= await RunningHost.StartAsync("staffordshire-night", speed: 1000, ct);
            return _done ??= new(_host, await SomebodyAsync(_host, ct), await WorkAsync(_host, ct));
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _done?.Person.Dispose();
        if (_host is not null)
            await _host.DisposeAsync();
        _turn.Dispose();
    }

    /// <summary>Makes a team and somebody who supervises and gathers evidence for it alone.</summary>
    private static async Task<Visitor> SomebodyAsync(RunningHost host, CancellationToken ct)
    {
        using var administrator = await host.SignInAsync(Everyone.Administrator, ct);
        await administrator.SubmitAsync("/teams", "main form[method=post]", new() { ["Name"] = "Elsewhere" }, ct);
        var added = await administrator.SubmitAsync("/people/new", "main form[method=post]", new() { ["Name"] = "PC Elis Where", ["SignInName"] = SignInName }, ct);
        var person = added.Location!;
        var page = await administrator.OpenAsync(person, ct);
        var link = page.QuerySelector("#setup-link")!.TextContent.Trim();
        var team = page.QuerySelector("input[name=teamIds]")!.GetAttribute("value")!;
        foreach (var role in new[] { "Desk supervisor", "Evidence officer" })
        {
            var id = page.QuerySelectorAll("#roleId option").Single(o => o.TextContent.Trim() == role).GetAttribute("value")!;
            var given = await administrator.SubmitAsync(person, "form[action*=Give]", new() { ["roleId"] = id, ["everywhere"] = "false", ["teamIds"] = team }, ct);
            Assert.Equal(HttpStatusCode.Redirect, given.Status);
        }

        var visitor = host.Visit();
        await visitor.SubmitAsync(new Uri(link).PathAndQuery, "main form[method=post]", new() { ["Password"] = Visitor.Password }, ct);
        await visitor.SignInAsync(SignInName, ct);
        return visitor;
    }

    /// <summary>One of everything that has an id: answered with a picture, recorded, marked, exported.</summary>
    private static async Task<IReadOnlyDictionary<string, long>> WorkAsync(RunningHost host, CancellationToken ct)
    {
        using var supervisor = await host.SignInAsync(Everyone.Supervisor, ct);
        var talk = await Eventually.GetAsync(
            async () => (await supervisor.OpenAsync("/inbox?audience=public", ct)).QuerySelector(".row:not(.row--risk) .row__link")?.GetAttribute("href")?.Split('?')[0], "a conversation", ct);
        var conversation = Number(talk);
        var ids = new Dictionary<string, long>
        {
            ["conversation"] = conversation,
            ["contact"] = Number((await supervisor.OpenAsync(talk, ct)).QuerySelector(".contact a.act")!.GetAttribute("href")!),
        };
        await supervisor.SubmitAsync(talk, "form[action*=Claim]", [], ct);
        ids["undo"] = Number((await supervisor.OpenAsync(talk, ct)).QuerySelectorAll("form[action^='/inbox/undo/'], a[href^='/inbox/undo/']")[0] is { } undo ? (undo.GetAttribute("action") ?? undo.GetAttribute("href"))!.Split('?')[0] : "");
        var replied = await supervisor.SubmitAsync(
            talk, "form.reply", new() { ["Way"] = "public", ["Text"] = "The road is closed.", ["Alt1"] = "A closed road" }, ("Picture1", "road.png", Picture()), ct);
        Assert.Equal(HttpStatusCode.Redirect, replied.Status);
        ids["reply"] = ids["delivery"] = Number(await Eventually.GetAsync(
            async () => (await supervisor.OpenAsync("/publishing/deliveries", ct)).QuerySelector("main table a[href*='/deliveries/']")?.GetAttribute("href"), "a delivery", ct));
        var form = await supervisor.OpenAsync($"/incidents/new?conversation={conversation}", ct);
        var recorded = await supervisor.SubmitAsync($"/incidents/new?conversation={conversation}", "main form[method=post]", new()
        {
            ["Summary"] = "A road is closed.",
            ["Category"] = form.QuerySelectorAll("#Category option")[1].GetAttribute("value")!,
            ["Grade"] = form.QuerySelector("input[name=Grade]")!.GetAttribute("value")!,
        }, ct);
        ids["incident"] = Number(recorded.Location!);
        using var officer = await host.SignInAsync(Everyone.EvidenceOfficer, ct);
        var order = $"/evidence/exports/new?conversations={conversation}";
        var ordered = await officer.SubmitAsync(order, "main form[method=post]", new() { ["Recipient"] = "The prosecutor", ["Basis"] = "CPIA 1996", ["Purpose"] = "A case" }, ct);
        ids["export"] = Number(ordered.Location!);
        return ids;
    }

    private static long Number(string address) => long.Parse(address.Split('?')[0].Split('/')[^1], CultureInfo.InvariantCulture);

    /// <summary>A PNG of one pixel.</summary>
    private static byte[] Picture() => Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
}
