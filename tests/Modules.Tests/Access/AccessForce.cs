using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.FileProviders;
using OtpNet;
using PoliceSocial.Access;
using PoliceSocial.Access.CommandLine;
using PoliceSocial.Access.OwnAccount;
using PoliceSocial.Access.People;
using PoliceSocial.Access.Roles;
using PoliceSocial.Access.Roster;
using PoliceSocial.Access.SigningIn;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Access;

/// <summary>A force with the invented people of the rehearsal, one for each role, for a test of Access to begin with.</summary>
internal sealed class AccessForce : IAsyncDisposable
{
    public const string Password = SeedRehearsalForce.Password;
    public static readonly Visitor Desk = new("192.0.2.7", "A browser at the desk");

    private AccessForce(TestForce force) => Force = force;

    public TestForce Force { get; }

    public static CancellationToken Ct => TestForce.Ct;

    public static async Task<AccessForce> OpenAsync(Dialect dialect, Action<IServiceCollection>? add = null)
    {
        var force = await TestForce.OpenAsync(dialect, services =>
        {
            // Strength of hashing is what makes sign-in slow, and not what these tests are about.
            services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1_000);
            services.AddSingleton<IHostEnvironment>(new Development());
            add?.Invoke(services);
        });
        await force.Get<IAccounts>().SeedRehearsalForceAsync(Ct);
        return new(force);
    }

    public T Get<T>()
        where T : notnull => Force.Get<T>();

    public async Task<PersonRow> RowAsync(string signInName) =>
        (await Get<Store<AccessModule>>().FindAsync(PersonStatements.BySignInName, new { signInName }, Ct))!;

    /// <summary>The person as a request would have them.</summary>
    public async Task<Person> PersonAsync(string signInName, long sessionId = 0)
    {
        var member = (await Get<RosterReader>().NowAsync(Ct)).Of((await RowAsync(signInName)).Id)!;
        return new(member.Row.Id, member.Row.Name, sessionId, Desk.Address, member.Grants);
    }

    public Task<SignInAnswer> SignInAsync(string signInName, string password = Password, string address = "192.0.2.7") =>
        Get<SignIn>().HandleAsync(new(signInName, password), Desk with { Address = address }, Ct);

    public async Task<long> RoleAsync(string name) =>
        (await Get<Store<AccessModule>>().QueryAsync(RoleStatements.All, new { retired = false }, Ct)).Single(r => r.Name == name).Id;

    /// <summary>Sets a person's authenticator up and gives their recovery codes.</summary>
    public async Task<IReadOnlyList<string>> SetUpSecondFactorAsync(string signInName)
    {
        var person = await PersonAsync(signInName);
        var (key, held) = Get<SecondFactorSetup>().Key(await RowAsync(signInName), null);
        return (await Get<SecondFactorSetup>().TurnOnAsync(person, held, CodeOf(key.Key), Ct))!;
    }

    /// <summary>What the person's authenticator shows now.</summary>
    public async Task<string> CodeAsync(string signInName)
    {
        var row = await RowAsync(signInName);
        return CodeOf(Get<KeyProtection>().Unprotect(row.Id, row.AuthenticatorKey!));
    }

    /// <summary>What an authenticator with this key shows now.</summary>
    public string CodeOf(string key) => new Totp(Base32Encoding.ToBytes(key)).ComputeTotp(Force.Clock.GetUtcNow().UtcDateTime);

    public async Task<IReadOnlyList<T>> RaisedAsync<T>() => [.. (await Force.RaisedAsync("access")).OfType<T>()];

    public ValueTask DisposeAsync() => Force.DisposeAsync();

    private sealed class Development : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Development;

        public string ApplicationName { get; set; } = "tests";

        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
