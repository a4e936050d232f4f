using System.Net;
using PoliceSocial.Network;

namespace PoliceSocial.Host.Tests.Permissions;

/// <summary>
/// Every handler of every page, as the host maps them: nobody lists them here, so no new page slips past.
/// </summary>
public sealed class HandlerTests(TheForce force)
{
    private const string Token = "__RequestVerificationToken";

    /// <summary>What anybody does to their own account, and what an auditor is there for. Each is a row of docs/acts.md.</summary>
    private static readonly string[] OfAnAuditor = ["/account", "/sign-in", "/sign-out", "/welcome", "/wrong", "/colours", "/language", "/alarms", "/audit/verify", "/audit/ico", "/audit/alarms/", "/hooks/"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryPost_ByAnAuditor_IsRefusedAndLeavesNothingButTheRefusal()
    {
        var host = await force.GetAsync(Ct);
        using var auditor = await host.SignInAsync(Everyone.Auditor, Ct);
        var before = await LastEntryAsync(host);
        var token = await TokenAsync(auditor);
        var refused = 0;
        foreach (var handler in (await Handlers.AllAsync()).Where(h => h.Method == "POST" && !OfAnAuditor.Any(a => h.Address.StartsWith(a, StringComparison.Ordinal))))
        {
            var answer = await auditor.PostAsync(handler.Address, new Dictionary<string, string> { [Token] = token }, Ct);
            Assert.True(answer.Status == HttpStatusCode.Forbidden, $"POST {handler.Address} answered the auditor {answer.Status}.");
            refused++;
        }

        Assert.True(refused > 30, $"Only {refused} handlers were found.");
        await Eventually.BeSoAsync(async () => (await DoneSinceAsync(host, before)).Contains("Access.AccessDenied"), "the refusals in the ledger", Ct);
        Assert.Equal(["Access.AccessDenied"], (await DoneSinceAsync(host, before)).Except(["Audit.LedgerViewed"]).Distinct());
    }

    [Fact]
    public async Task EveryHandler_ByAnAdministrator_ShowsNoConversation()
    {
        var host = await force.GetAsync(Ct);
        var said = await SaidAsync(host);
        Assert.NotEmpty(said);
        using var administrator = await host.SignInAsync(Everyone.Administrator, Ct);
        var token = await TokenAsync(administrator);
        var (shown, refused) = (0, 0);
        foreach (var handler in (await Handlers.AllAsync()).Where(h => !h.Address.StartsWith("/sign-out", StringComparison.Ordinal)))
        {
            if (handler.Method == "POST" && !IsOfConversations(handler))
                continue;
            var answer = handler.Method == "GET"
                ? await administrator.GetAsync(handler.Address, Ct)
                : await administrator.PostAsync(handler.Address, new Dictionary<string, string> { [Token] = token, ["Name"] = "Any", ["Any"] = "e*" }, Ct);
            if (IsOfConversations(handler) && handler.Policies.All(p => p != "inbox.manage-rules"))
            {
                Assert.True(answer.Status == HttpStatusCode.Forbidden, $"{handler.Method} {handler.Address} answered the administrator {answer.Status}.");
                refused++;
            }

            Assert.True(!said.Any(s => answer.Body.Contains(s, StringComparison.Ordinal)), $"{handler.Method} {handler.Address} shows the administrator what somebody wrote.");
            shown++;
        }

        Assert.True(shown > 40 && refused > 20, $"{shown} handlers were asked, {refused} refused.");
    }

    private static bool IsOfConversations(Handler handler) =>
        handler.Policies.Any(p => p.Split('.')[0] is "inbox" or "publishing" or "evidence" or "incidents" or "content");

    private static async Task<string> TokenAsync(Visitor person) =>
        (await person.OpenAsync("/account", Ct)).QuerySelector($"input[name={Token}]")!.GetAttribute("value")!;

    private static async Task<long> LastEntryAsync(RunningHost host)
    {
        await using var ledger = await StoreFile.OpenAsync(host, "audit", Ct);
        return long.Parse((await ledger.TextsAsync("SELECT CAST(COALESCE(MAX(Number), -1) AS TEXT) FROM Entry", Ct))[0], System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>What the auditor did since, as the ledger has it.</summary>
    private static async Task<IReadOnlyList<string>> DoneSinceAsync(RunningHost host, long before)
    {
        await using var people = await StoreFile.OpenAsync(host, "access", Ct);
        var id = (await people.TextsAsync("SELECT CAST(Id AS TEXT) FROM Person WHERE SignInName = $name", Ct, ("$name", Everyone.Auditor)))[0];
        await using var ledger = await StoreFile.OpenAsync(host, "audit", Ct);
        return await ledger.TextsAsync(
            """
            SELECT w.Text FROM Entry e JOIN Word w ON w.Id = e.Type
            WHERE e.ActorKind = 1 AND CAST(e.ActorId AS TEXT) = $id AND e.Number > CAST($before AS INTEGER) AND w.Text <> 'Access.SignInSucceeded'
            """,
            Ct, ("$id", id), ("$before", before.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>What people wrote, long enough not to stand in a page by chance.</summary>
    private static async Task<IReadOnlyList<string>> SaidAsync(RunningHost host)
    {
        await Eventually.BeSoAsync(async () => (await TextsAsync()).Count > 0, "messages of the scenario", Ct);
        return await TextsAsync();

        async Task<IReadOnlyList<string>> TextsAsync()
        {
            await using var inbox = await StoreFile.OpenAsync(host, "inbox", Ct);
            return [.. (await inbox.TextsAsync("SELECT Text FROM Message WHERE length(Text) > 20", Ct)).SelectMany(t => new[] { t, WebUtility.HtmlEncode(t) }).Distinct()];
        }
    }
}
