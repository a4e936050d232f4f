using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PoliceSocial.Access.CommandLine;
using PoliceSocial.Access.OwnAccount;
using PoliceSocial.Access.Passwords;
using PoliceSocial.Access.People;
using PoliceSocial.Access.Refused;
using PoliceSocial.Access.Roles;
using PoliceSocial.Access.Roster;
using PoliceSocial.Access.Sessions;
using PoliceSocial.Access.SigningIn;
using PoliceSocial.Access.Teams;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Platform.Access;

namespace PoliceSocial.Access;

/// <summary>Registers the module.</summary>
internal static class AccessServices
{
    public static void AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AccessOptions>().Bind(configuration.GetSection(AccessOptions.Section));
        services.AddSingleton<AccessMemory>().AddSingleton<RosterReader>();
        services.AddSingleton<IPeople, PeopleOfForce>().AddSingleton<IAccounts, AccountsOfForce>();
        services.AddLocalization();
        services.AddAccounts();
        services.AddSigningIn();
        services.AddManaging();
        services.AddSingleton<AccessRefusal>().AddSingleton<RefusalPage>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, RefusalInWords>();
    }

    private static void AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<WellKnownPasswords>().AddSingleton<BreachedFile>().AddSingleton<KeyProtection>().AddSingleton<Decoy>();
        services.AddSingleton<ILookupNormalizer, LowerNames>();
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddScoped<IUserStore<Account>, AccountStore>();
        services.AddIdentityCore<Account>().AddErrorDescriber<PasswordWords>().AddPasswordValidator<NotBreached>();
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = 210_000);
        services.AddOptions<IdentityOptions>().Configure<IOptions<AccessOptions>>((identity, access) =>
        {
            identity.Password.RequiredLength = access.Value.MinimumPasswordLength;
            identity.Password.RequiredUniqueChars = 5;
            identity.Password.RequireDigit = false;
            identity.Password.RequireLowercase = false;
            identity.Password.RequireUppercase = false;
            identity.Password.RequireNonAlphanumeric = false;
        });
    }

    private static void AddSigningIn(this IServiceCollection services)
    {
        services.AddAuthentication(SessionAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, SessionAuthentication>(SessionAuthentication.SchemeName, null);
        services.AddSingleton<SessionCheck>().AddSingleton<SignedInPerson>().AddSingleton<EndSession>().AddSingleton<OpenSessions>();
        services.AddSingleton<SecondFactorPolicy>().AddSingleton<ISignedIn, StillSignedIn>();
        services.AddSingleton<ForgetSessions>().AddHostedService(s => s.GetRequiredService<ForgetSessions>());
        services.AddSingleton<AddressPace>().AddSingleton<FailedAttempts>().AddSingleton<StartSession>().AddSingleton<HalfSignedIn>();
        services.AddSingleton<AuthenticatorCode>().AddSingleton<KeyInHand>().AddSingleton<ShowSecondFactor>();
        services.AddScoped<SignIn>().AddScoped<RehashPassword>().AddScoped<ShowRecoveryCode>().AddScoped<ChooseFirstPassword>();
        services.AddScoped<ChangePassword>().AddScoped<SecondFactorSetup>().AddSingleton<ChooseLanguage>().AddScoped<TurnOffSecondFactor>();
    }

    private static void AddManaging(this IServiceCollection services)
    {
        services.AddSingleton<SetupLink>().AddSingleton<GrantChanges>().AddSingleton<RoleTemplates>().AddSingleton<InstallRoles>();
        services.AddScoped<AddPerson>().AddScoped<RenamePerson>().AddScoped<PersonActs>().AddSingleton<Everybody>().AddSingleton<OnePerson>();
        services.AddSingleton<DisablePerson>().AddSingleton<ResetPerson>().AddSingleton<UnlockPerson>();
        services.AddSingleton<AddRole>().AddSingleton<ChangeRole>().AddSingleton<RetireRole>().AddSingleton<GiveRole>().AddSingleton<TakeRole>();
        services.AddSingleton<AddTeam>().AddSingleton<ChangeTeam>().AddSingleton<CloseTeam>();
        services.AddScoped<CreateFirstAdministrator>().AddScoped<AddPersonWithRoles>().AddScoped<SeedRehearsalForce>();
    }
}
