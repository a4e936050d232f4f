using System.Text;
using Microsoft.Extensions.Configuration;
using PoliceSocial.Channels;
using PoliceSocial.Channels.Change;
using PoliceSocial.Channels.Lend;
using PoliceSocial.Contracts.Channels;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Channels;

public sealed class SecretTests
{
    [Theory, Databases]
    public async Task Connect_KeepsTheSecretNowhereInTheClear(Dialect dialect)
    {
        await using var force = await ChannelsForce.OpenAsync(dialect);
        await force.ConnectAsync();
        await force.CheckAsync();

        Assert.Equal(ChannelsForce.Password, force.Network.PasswordSeen);
        var sealedValue = await force.Get<Store<ChannelsModule>>().FindAsync(Vault.FindSecret, new { ownerId = 100L, name = "password" }, ChannelsForce.Ct);
        Assert.False(Holds(sealedValue!, ChannelsForce.Password));
        var folder = force.Get<IConfiguration>()["data"]!;
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            Assert.False(Holds(await ReadSharedAsync(file), ChannelsForce.Password), $"{Path.GetFileName(file)} holds the secret.");
    }

    [Theory, Databases]
    public async Task Secret_MovedToAnotherChannelsRow_StaysShut(Dialect dialect)
    {
        await using var force = await ChannelsForce.OpenAsync(dialect);
        var vault = force.Get<Vault>();
        var bytes = vault.Seal(1, "password", "secret");
        Assert.Equal("secret", vault.Unseal(1, "password", bytes));
        Assert.Null(vault.Unseal(2, "password", bytes));
        Assert.Null(vault.Unseal(1, "token", bytes));
    }

    [Theory, Databases]
    public async Task Save_ByAConnector_IsRecordedByNameAndNotByValue(Dialect dialect)
    {
        await using var force = await ChannelsForce.OpenAsync(dialect);
        await force.ConnectAsync();
        await force.CheckAsync();
        await force.Network.LastWiring!.Secrets.SaveAsync("token", "renewed-token", ChannelsForce.Ct);

        Assert.Equal("renewed-token", await force.Network.LastWiring.Secrets.FindAsync("token", ChannelsForce.Ct));
        Assert.Contains(new SecretStored(100, "token", false), await force.RaisedAsync<SecretStored>());
    }

    [Theory, Databases]
    public async Task Save_ByAConnectorOfBeforeTheReconnection_ChangesNothing(Dialect dialect)
    {
        await using var force = await ChannelsForce.OpenAsync(dialect);
        var channel = await force.ConnectAsync();
        await force.CheckAsync();
        var old = force.Network.LastWiring!.Secrets;
        await ReconnectTests.ReconnectAsync(force, channel, "a-new-password");

        await old.SaveAsync("password", "the-old-one-again", ChannelsForce.Ct);

        Assert.Equal("a-new-password", await force.StoredPasswordAsync());
    }

    [Theory, Databases]
    public async Task Disconnect_ErasesTheSecretsAndKeepsTheChannel(Dialect dialect)
    {
        await using var force = await ChannelsForce.OpenAsync(dialect);
        var channel = await force.ConnectAsync();
        Assert.Equal(StateOutcome.NeedsAReason, await force.Get<DisconnectChannel>().RunAsync(ChannelsForce.Manager, channel, " ", ChannelsForce.Ct));
        Assert.Equal(StateOutcome.Done, await force.Get<DisconnectChannel>().RunAsync(ChannelsForce.Manager, channel, "The account moves.", ChannelsForce.Ct));

        Assert.Contains(100, force.Network.Released);
        Assert.Null(await force.StoredPasswordAsync());
        Assert.Equal(ChannelState.Disconnected, (await force.ChannelAsync()).Row.State);
        var disconnected = Assert.Single(await force.RaisedAsync<ChannelDisconnected>());
        Assert.Equal(["password"], disconnected.SecretNames);
    }

    private static bool Holds(byte[] bytes, string text) =>
        bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0 || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(text)) >= 0;

    private static async Task<byte[]> ReadSharedAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory, ChannelsForce.Ct);
        return memory.ToArray();
    }
}
