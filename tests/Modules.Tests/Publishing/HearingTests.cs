using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Hosting;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Outboxes;
using PoliceSocial.Publishing.Model;
using PoliceSocial.Publishing.Send;

namespace PoliceSocial.Modules.Tests.Publishing;

public sealed class HearingTests
{
    [Theory, Databases]
    public async Task AReplyThatMayGo_IsHeardOfAndDelivered_WithoutTheClock(Dialect dialect)
    {
        await using var force = await PublishingForce.OpenAsync(dialect);
        const long id = 77;
        const string text = "We are on our way.";
        force.Keep(new(id, PublishingForce.Channel, false, text, "their-post", null, "them", "", TestForce.Start));
        var pump = force.Get<IEnumerable<IHostedService>>().OfType<Pump>().Single();
        await pump.StartAsync(TestForce.Ct);
        await force.Get<DeliveryEngine>().StartAsync(TestForce.Ct);
        await using (var session = await force.Get<Store<InboxModule>>().BeginAsync(force.Get<ActFactory>().By(TestForce.Staff(3), new("test.write-reply")), TestForce.Ct))
        {
            session.Raise(new ReplyReady(id, 99, PublishingForce.Channel, "Public", Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text))), null));
            await session.CommitAsync(TestForce.Ct);
        }

        await TestForce.UntilAsync(() => Task.FromResult(force.Network.Posts.ContainsKey("77")), "the reply is published");
        await force.Get<DeliveryEngine>().StopAsync(CancellationToken.None);
        await pump.StopAsync(CancellationToken.None);
        Assert.Equal((DeliveryState.Sent, 3), ((await force.LoadAsync(id)).State, (await force.LoadAsync(id)).AskedBy));
    }
}
