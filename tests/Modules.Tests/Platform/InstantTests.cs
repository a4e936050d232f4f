using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Outboxes;
using PoliceSocial.Publishing;

namespace PoliceSocial.Modules.Tests.Platform;

public sealed class InstantTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("1969-12-31T23:59:59.999999+00:00")]
    [InlineData("1970-01-01T00:00:00+00:00")]
    [InlineData("2026-03-29T01:59:59.123456+01:00")]
    [InlineData("9999-12-31T23:59:59.999999+00:00")]
    public void Microseconds_ThereAndBack_AreTheSameInstant(string text)
    {
        var instant = DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(instant.ToUniversalTime(), Instant.FromMicroseconds(instant.ToMicroseconds()));
    }

    [Theory]
    [Databases]
    public async Task AnInstant_ComesBackFromTheDatabase_AsItWas(Dialect dialect)
    {
        await using var force = await TestForce.OpenAsync(dialect);
        var at = new DateTimeOffset(2026, 10, 25, 1, 30, 0, 0, TimeSpan.FromHours(1)).AddMicroseconds(123_456);
        var store = force.Get<Store<PublishingModule>>();
        var statements = OutboxStatements.For("publishing");
        await using (var session = await store.BeginBookkeepingAsync("a row with an instant", Ct))
        {
            await session.ExecuteAsync(statements.Park, new
            {
                publisher = "inbox",
                position = 1L,
                eventId = 2L,
                type = "t",
                subject = "s",
                facts = "{}",
                attempts = 5,
                error = "e",
                parkedAt = at,
            }, Ct);
            await session.CommitAsync(Ct);
        }

        var row = Assert.Single(await store.QueryAsync(statements.Parked, new { take = 10 }, Ct));
        Assert.Equal(at.ToUniversalTime(), row.ParkedAt);
        Assert.Equal(TimeSpan.Zero, row.ParkedAt.Offset);
    }
}
