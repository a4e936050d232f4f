using System.Net;
using System.Text.Json;

namespace PoliceSocial.Host.Tests.Permissions;

/// <summary>Holds the table against the host: every page, handler and endpoint, under every role.</summary>
public sealed class WhoMayWhatTests(TheForce force)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Roles => [.. WhoMayWhat.Roles.Keys];

    [Fact]
    public async Task EveryHandlerOfTheHost_HasARow_AndEveryRowAHandler()
    {
        var there = (await Handlers.AllAsync()).Select(h => $"{h.Method} {h.Route}").Distinct().ToList();
        var rows = WhoMayWhat.All.Select(a => $"{a.Method} {a.Route}").ToList();

        Assert.True(there.Count > 150, $"Only {there.Count} handlers were found.");
        Assert.Equal([], there.Except(rows).Select(h => $"{h} has no row in WhoMayWhat: who may open it?"));
        Assert.Equal([], rows.Except(there).Select(r => $"{r} is no handler any more: take its row away."));
        Assert.Equal(rows.Count, rows.Distinct().Count());
    }

    [Fact]
    public async Task EveryRoleThatShips_IsARoleOfTheTable()
    {
        var templates = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Repository(), "src", "Modules", "Access", "Roles", "templates.json"), Ct));
        Assert.Equal(templates.RootElement.GetArrayLength(), WhoMayWhat.Roles.Count);
        Assert.All(WhoMayWhat.All.SelectMany(a => a.Roles), r => Assert.True(WhoMayWhat.Roles.ContainsKey(r) || r is WhoMayWhat.Everybody or WhoMayWhat.Anybody, r));
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Role_SeesExactlyWhatItShould(string role)
    {
        var host = await force.GetAsync(Ct);
        using var person = await host.SignInAsync(WhoMayWhat.Roles[role], Ct);
        var wrong = new List<string>();
        foreach (var (row, address) in await RowsAsync())
        {
            var answer = (int)(await AskAsync(person, row, address)).Status;
            var expected = row.May(role) ? row.Status : (int)HttpStatusCode.Forbidden;
            if (answer != expected)
                wrong.Add($"{row.Method} {row.Route} answered {role} {answer}, not {expected}");
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    [Fact]
    public async Task Stranger_IsLedToTheSignIn_FromEverythingThatIsNotForAnybody()
    {
        var host = await force.GetAsync(Ct);
        var wrong = new List<string>();
        foreach (var (row, address) in await RowsAsync())
        {
            using var nobody = host.Visit();
            var answer = await AskAsync(nobody, row, address);
            var led = (answer.Status is HttpStatusCode.Unauthorized && !row.IsForAnybody) || answer.Location?.StartsWith("/sign-in?returnUrl=", StringComparison.Ordinal) == true;
            if (led == row.IsForAnybody)
                wrong.Add($"{row.Method} {row.Route} answered nobody {answer.Status} {answer.Location}");
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    /// <summary>Without a token: who may not is refused before it is missed, and who may changes nothing.</summary>
    private static Task<Answer> AskAsync(Visitor person, Allowed row, string address) =>
        row.Method == "GET" ? person.GetAsync(address, Ct) : person.PostAsync(address, new Dictionary<string, string>(), Ct);

    private static async Task<IEnumerable<(Allowed Row, string Address)>> RowsAsync()
    {
        var addresses = (await Handlers.AllAsync()).GroupBy(h => (h.Method, h.Route)).ToDictionary(g => g.Key, g => g.First().Address);
        return WhoMayWhat.All.Where(a => addresses.ContainsKey((a.Method, a.Route)) && a.Route != "/live").Select(a => (a, addresses[(a.Method, a.Route)]));
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PoliceSocial.sln")))
            folder = folder.Parent;
        return folder!.FullName;
    }
}
