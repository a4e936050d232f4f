using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PoliceSocial.Access;
using PoliceSocial.Access.OwnAccount;
using PoliceSocial.Access.Passwords;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Access;

public sealed class PasswordTests
{
    private static readonly WellKnownPasswords WellKnown = new();

    [Theory]
    [InlineData("password1234")]
    [InlineData("P@ssw0rd2024!")]
    [InlineData("passwordpassword")]
    [InlineData("Liverpool2025!!")]
    [InlineData("qwertyuiop123")]
    [InlineData("1qaz2wsx3edc4rfv")]
    [InlineData("123456789012")]
    [InlineData("iloveyou12345")]
    [InlineData("Sunshine-2019")]
    [InlineData("policeofficer1")]
    [InlineData("W3lc0me!W3lc0me!")]
    public void WellKnown_FindsWhatAttackersTryFirst(string password) => Assert.True(WellKnown.Contains(password));

    [Theory]
    [InlineData("teapot-gravel-lantern")]
    [InlineData("correct horse battery staple")]
    [InlineData("vK9#pLm2$xQ7r")]
    [InlineData("dydd da i chi gyd")]
    public void WellKnown_LeavesThreeWordsAlone(string password) => Assert.False(WellKnown.Contains(password));

    [Fact]
    public void BreachedFile_FindsEveryPasswordOfASortedListAndNoOther()
    {
        var folder = Directory.CreateTempSubdirectory("policesocial-breached-").FullName;
        try
        {
            foreach (var (size, ending) in new[] { (0, "\n"), (1, "\n"), (2, "\r\n"), (500, "\r\n"), (501, "\n") })
            {
                var passwords = Enumerable.Range(0, size).Select(i => $"breached password {i}").ToList();
                var file = Path.Combine(folder, $"{size}.txt");
                File.WriteAllText(file, string.Concat(passwords.Select((p, i) => $"{Sha1(p)}:{i * 7919 % 100_000}").Order(StringComparer.Ordinal).Select(l => l + ending)));
                var breached = new BreachedFile(Options.Create(new AccessOptions { BreachedPasswordFile = file }), NullLogger<BreachedFile>.Instance);
                Assert.All(passwords, p => Assert.True(breached.Contains(p)));
                Assert.All(passwords.Append("anything"), p => Assert.False(breached.Contains(p + " not in it")));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void BreachedFile_ThatCannotBeRead_LetsNoPasswordPass() => Assert.ThrowsAny<IOException>(() =>
        new BreachedFile(Options.Create(new AccessOptions { BreachedPasswordFile = "/nowhere/at/all" }), NullLogger<BreachedFile>.Instance).Contains("x"));

    [Theory, Databases]
    public async Task ChangePassword_ToAShortKnownOrOwnName_SaysWhyAndKeepsTheOldOne(Dialect dialect)
    {
        await using var force = await AccessForce.OpenAsync(dialect);
        var person = await force.PersonAsync("okafor");
        foreach (var (wanted, code) in new[]
        {
            ("eleven-char", nameof(PasswordWords.PasswordTooShort)), ("Password12345", nameof(PasswordWords.Breached)),
            ("DanielOkafor1", nameof(PasswordWords.OwnName)), ("ababababababab", nameof(PasswordWords.PasswordRequiresUniqueChars)),
        })
        {
            var answer = await force.Get<ChangePassword>().HandleAsync(person, AccessForce.Password, wanted, AccessForce.Ct);
            Assert.Contains(code, answer.Errors.Select(e => e.Code));
        }

        Assert.Equal(PoliceSocial.Access.SigningIn.SignInOutcome.SignedIn, (await force.SignInAsync("okafor")).Outcome);
    }

    [Theory, Databases]
    public async Task ChangePassword_GuessedFiveTimesInAnOpenSession_LocksThePersonOut(Dialect dialect)
    {
        await using var force = await AccessForce.OpenAsync(dialect);
        var person = await force.PersonAsync("rees");
        for (var i = 0; i < 5; i++)
        {
            var answer = await force.Get<ChangePassword>().HandleAsync(person, "not the password", "teapot-gravel-lantern", AccessForce.Ct);
            Assert.Equal(nameof(IdentityErrorDescriber.PasswordMismatch), Assert.Single(answer.Errors).Code);
        }

        Assert.Single(await force.RaisedAsync<PoliceSocial.Contracts.Access.PersonLockedOut>());
    }

#pragma warning disable CA5350 // SHA-1 is what the published lists are made of.
    private static string Sha1(string password) => Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)));
#pragma warning restore CA5350
}
