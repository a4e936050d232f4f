using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using PoliceSocial.Access.People;
using PoliceSocial.Access.Sessions;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Pages;

namespace PoliceSocial.Access.SigningIn;

/// <summary>Begins a session for somebody who has proved who they are.</summary>
internal sealed class StartSession(Store<AccessModule> store, ActFactory acts, Ids ids, IOptions<AccessOptions> options, TimeProvider clock)
{
    // The state is asked again here: the password was checked a moment ago, outside of this transaction.
    private static readonly Statement Welcome = Statement.Of(
        """
        UPDATE access.Person SET FailedSignIns = @none, LockedUntil = NULL, SignedInAt = @now
        WHERE Id = @id AND State = @active AND SecurityStamp = @stamp AND (LockedUntil IS NULL OR LockedUntil <= @now)
        """);

    private static readonly Statement<LanguageRow> Spoken = Statement.Of<LanguageRow>("SELECT Language FROM access.Person WHERE Id = @id");

    private static readonly Statement UseStep = Statement.Of("UPDATE access.Person SET LastStep = @step WHERE Id = @id AND LastStep < @step");

    /// <summary>The session, or null where the person was locked out or changed meanwhile, or the authenticator's code was used before.</summary>
    /// <param name="person">Who, as they were when they were checked.</param>
    /// <param name="visitor">From where.</param>
    /// <param name="proof">How they proved it.</param>
    /// <param name="kind">The act.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<NewSession?> StartAsync(PersonRow person, Visitor visitor, Proof proof, ActKind kind, CancellationToken ct)
    {
        var (id, secret, now) = (ids.New(), Secret.New(), clock.GetUtcNow());
        var act = acts.By(new(person.Id, person.Name, id, visitor.Address, new([])), kind);
        await using var session = await store.BeginAsync(act, ct);
        if (proof.Step is { } step && await session.ExecuteAsync(UseStep, new { id = person.Id, step }, ct) == 0)
            return null;
        var welcome = new { id = person.Id, active = PersonState.Active, stamp = person.SecurityStamp, none = 0, now };
        if (await session.ExecuteAsync(Welcome, welcome, ct) == 0)
            return null;
        await session.ExecuteAsync(SessionStatements.Insert, new SessionRow
        {
            Id = id,
            PersonId = person.Id,
            SecretHash = Secret.Hash(secret),
            StartedAt = now,
            SeenAt = now,
            EndsAt = now + options.Value.LongestSession,
            Address = visitor.Address,
            Device = visitor.Device,
            SecondFactor = proof.SecondFactor,
            EndedAt = null,
        }, ct);
        var language = (await session.FindAsync(Spoken, new { id = person.Id }, ct))?.Language;
        session.Raise(new SignInSucceeded(person.Id, id, proof.SecondFactor));
        await session.CommitAsync(ct);
        return new(id, secret, language);
    }
}

/// <summary>A session that began: what goes into the cookies.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Secret">Its secret.</param>
/// <param name="Language">The language that the person has chosen, or null where they never have.</param>
internal sealed record NewSession(long Id, string Secret, string? Language)
{
    /// <summary>Enters: this browser is in the session from now on, and speaks the person's language.</summary>
    public void Enter(HttpContext context)
    {
        SessionCookie.Write(context, Id, Secret);
        if (Languages.Find(Language) is { } chosen)
            Languages.Keep(context, chosen);
    }
}

internal sealed record LanguageRow
{
    public string? Language { get; init; }
}

/// <summary>How a person proved who they are.</summary>
/// <param name="SecondFactor">True where a second factor was shown.</param>
/// <param name="Step">The time step of the authenticator's code, which is used up by this.</param>
internal sealed record Proof(bool SecondFactor, long? Step = null)
{
    public static readonly Proof Password = new(false);
    public static readonly Proof RecoveryCode = new(true);
}
