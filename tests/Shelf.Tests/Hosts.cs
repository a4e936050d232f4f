using System.Net;
using PoliceSocial.Host.Shelf;

namespace PoliceSocial.Shelf.Tests;

public sealed class Hosts
{
    private static readonly HostRules Rules = new(
        ["bsky.social", "*.host.bsky.network", "{server}", "{absent}"],
        new Dictionary<string, string> { ["server"] = "http://localhost:2583/xrpc" });

    [Theory]
    [InlineData("https://bsky.social/xrpc", true)]
    [InlineData("https://BSKY.social./", true)]
    [InlineData("wss://bsky.social/", true)]
    [InlineData("http://bsky.social/", false)]
    [InlineData("https://bsky.social:8443/", false)]
    [InlineData("https://bsky.social.evil.example/", false)]
    [InlineData("https://evilbsky.social/", false)]
    [InlineData("https://user@bsky.social/", false)]
    [InlineData("https://bsky.social@evil.example/", false)]
    [InlineData("https://a.host.bsky.network/", true)]
    [InlineData("https://a.b.host.bsky.network/", true)]
    [InlineData("https://host.bsky.network/", false)]
    [InlineData("https://evilhost.bsky.network/", false)]
    [InlineData("http://localhost:2583/other", true)]
    [InlineData("https://localhost:2583/", false)]
    [InlineData("http://localhost:2584/", false)]
    [InlineData("http://127.0.0.1:2583/", false)]
    [InlineData("file:///etc/passwd", false)]
    public void Rules_AllowOnlyWhatTheManifestNames(string target, bool allowed) => Assert.Equal(allowed, Rules.Allows(new Uri(target)));

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("172.15.0.1", true)]
    [InlineData("2606:4700:4700::1111", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("64:ff9b::808:808", true)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("2002:a00:1::", false)]
    public void Address_IsPublicOrNot(string address, bool isPublic) => Assert.Equal(isPublic, PublicAddress.IsPublic(IPAddress.Parse(address)));
}
