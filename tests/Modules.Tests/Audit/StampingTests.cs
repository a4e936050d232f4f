using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PoliceSocial.Audit;
using PoliceSocial.Audit.Alarms;
using PoliceSocial.Audit.Stamping;
using PoliceSocial.Ledger.Tests;
using PoliceSocial.Ledger.Verify;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Audit;

/// <summary>Checkpoints that an authority outside puts its time on, and what happens when it does not.</summary>
public sealed class StampingTests
{
    private static readonly Uri Address = new("https://time.example/stamp");

    [Theory, Databases]
    public async Task Stamp_IsAskedForOncePerCheckpoint_AndVerifiesOffline(Dialect dialect)
    {
        using var authority = new Authority();
        var desk = new Desk(authority);
        await using var rig = await OpenAsync(dialect, desk);
        await rig.StartAsync();
        await rig.SignAsync();
        await rig.ClaimAsync(5);
        await rig.UntilAsync(5);
        await rig.SignAsync();

        Assert.True(await rig.Get<Stamper>().RoundAsync(LedgerRig.Ct));
        Assert.True(await rig.Get<Stamper>().RoundAsync(LedgerRig.Ct));

        Assert.Equal(1, desk.Asked);
        Assert.Empty(rig.Get<LedgerHealth>().Troubles);
        Assert.Null(await rig.Get<CheckStamps>().HandleAsync(LedgerRig.Ct));
        var report = await rig.ExportAndVerifyAsync(new() { Authorities = [authority.Root] });
        Assert.Null(report.Fault);
        Assert.Equal(1, report.Stamped);
    }

    [Fact]
    public async Task Stamp_WhenTheAuthorityFails_ShowsInHealthUntilItAnswers_AndTheLedgerIsSignedMeanwhile()
    {
        using var authority = new Authority();
        var desk = new Desk(authority);
        await using var rig = await OpenAsync(Dialect.Sqlite, desk);
        await rig.StartAsync();
        await rig.SignAsync();

        foreach (var (how, words) in new (Func<byte[], HttpResponseMessage>, string)[]
        {
            (_ => new(HttpStatusCode.ServiceUnavailable), "it answers 503"),
            (_ => throw new HttpRequestException("no route"), "cannot be reached"),
            (_ => Body(Authority.Refusal()), "is no time-stamp"),
            (_ => Body("<html>"u8.ToArray()), "is no time-stamp"),
            (asked => Body(authority.Answer(OfSomethingElse(asked), rig.Clock.GetUtcNow())), "is no time-stamp"),
        })
        {
            desk.How = how;
            Assert.False(await rig.Get<Stamper>().RoundAsync(LedgerRig.Ct));
            Assert.Contains(words, Assert.Single(rig.Get<LedgerHealth>().Troubles).Value, StringComparison.Ordinal);
        }

        desk.How = null;
        Assert.True(await rig.Get<Stamper>().RoundAsync(LedgerRig.Ct));
        Assert.Empty(rig.Get<LedgerHealth>().Troubles);
    }

    [Fact]
    public async Task Stamp_WithoutAnAuthority_AsksNobody()
    {
        await using var rig = await LedgerRig.OpenAsync(Dialect.Sqlite);

        Assert.True(await rig.Get<Stamper>().RoundAsync(LedgerRig.Ct));
    }

    [Fact]
    public async Task Stamp_ThatWasChangedInTheStore_IsFoundInTheStoreAndInTheExport()
    {
        using var authority = new Authority();
        await using var rig = await OpenAsync(Dialect.Sqlite, new Desk(authority));
        await rig.StartAsync();
        await rig.SignAsync();
        Assert.True(await rig.Get<Stamper>().RoundAsync(LedgerRig.Ct));

        await rig.TamperAsync("UPDATE TimeStamp SET Token = zeroblob(length(Token))");

        Assert.Contains("is not one of checkpoint 1", (await rig.Get<CheckStamps>().HandleAsync(LedgerRig.Ct))!.What, StringComparison.Ordinal);
        Assert.Equal(FaultKind.TimeStampWrong, (await rig.ExportAndVerifyAsync()).Fault!.Kind);
    }

    private static byte[] OfSomethingElse(byte[] asked)
    {
        var other = asked.ToArray();
        other[30] ^= 1;
        return other;
    }

    private static HttpResponseMessage Body(byte[] bytes) => new(HttpStatusCode.OK) { Content = new ByteArrayContent(bytes) };

    private static Task<LedgerRig> OpenAsync(Dialect dialect, Desk desk) => LedgerRig.OpenAsync(dialect, services =>
    {
        services.Configure<AuditOptions>(o => o.TimeStampAuthorities.Add(Address));
        services.AddHttpClient(StampCheckpoint.Client).ConfigurePrimaryHttpMessageHandler(() => new Line(desk));
    });

    /// <summary>What the authority does with what it is sent.</summary>
    private sealed class Desk(Authority authority)
    {
        public int Asked { get; private set; }

        public Func<byte[], HttpResponseMessage>? How { get; set; }

        public HttpResponseMessage Answer(byte[] request)
        {
            Asked++;
            return How is { } how ? how(request) : Body(authority.Answer(request, TestForce.Start.AddMinutes(1)));
        }
    }

    private sealed class Line(Desk desk) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.Equal("application/timestamp-query", request.Content!.Headers.ContentType!.MediaType);
            return desk.Answer(await request.Content.ReadAsByteArrayAsync(cancellationToken));
        }
    }
}
