using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PoliceSocial.Contracts;
using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Modules;

namespace PoliceSocial.Platform.Outboxes;

/// <summary>
/// Hears an event of another module. It is told at least once and in order per subject; its effect is exactly once, since the
/// session also keeps the position. An exception undoes it and tells it again; after five attempts the event is parked for an
/// operator and the next one is told.
/// </summary>
/// <typeparam name="TEvent">The event.</typeparam>
public interface IHear<in TEvent>
    where TEvent : IEvent
{
    /// <summary>Does what follows from the event, in a session of the hearing module.</summary>
    Task HearAsync(TEvent happened, Session session, CancellationToken ct);
}

/// <summary>Hears every event of every module, in batches, as rows: the ledger.</summary>
public interface IHearAll
{
    /// <summary>Takes a batch in a session for bookkeeping, which also keeps the position.</summary>
    Task HearAsync(string publisher, IReadOnlyList<OutboxRow> rows, Session session, CancellationToken ct);
}

/// <summary>Registers who hears what.</summary>
public static class HearingServices
{
    /// <summary>A handler in <typeparamref name="TModule"/> hears an event.</summary>
    public static IServiceCollection AddHearing<TModule, TEvent, THandler>(this IServiceCollection services)
        where TModule : IModule, new()
        where TEvent : IEvent
        where THandler : class, IHear<TEvent>
    {
        services.TryAddSingleton<THandler>();
        return services.AddSingleton(s => new Ear(
            new TModule().Schema, EventTypes.PublisherOf(typeof(TEvent)), EventTypes.NameOf(typeof(TEvent)),
            (happened, session, ct) => s.GetRequiredService<THandler>().HearAsync((TEvent)happened, session, ct)));
    }

    /// <summary>A handler in <typeparamref name="TModule"/> hears an event in batches, with a position of its own.</summary>
    public static IServiceCollection AddHearingMany<TModule, TEvent, THandler>(this IServiceCollection services)
        where TModule : IModule, new()
        where TEvent : IEvent
        where THandler : class, IHearMany<TEvent>
    {
        services.TryAddSingleton<THandler>();
        var (listener, publisher) = (new TModule().Schema, EventTypes.PublisherOf(typeof(TEvent)));
        return services.AddSingleton(s => new EarForMany(
            listener, publisher, $"{publisher}/{typeof(THandler).Name}", () => new HearPrepared<TEvent>(() => s.GetRequiredService<THandler>())));
    }

    /// <summary>A handler in <typeparamref name="TModule"/> hears everything.</summary>
    public static IServiceCollection AddHearingAll<TModule, THandler>(this IServiceCollection services)
        where TModule : IModule, new()
        where THandler : class, IHearAll
    {
        services.AddSingleton<THandler>();
        return services.AddSingleton(s => new EarForAll(new TModule().Schema, s.GetRequiredService<THandler>()));
    }
}

/// <summary>One handler's registration.</summary>
internal sealed record Ear(string Listener, string Publisher, string Type, Func<IEvent, Session, CancellationToken, Task> HearAsync);

/// <summary>The registration of one who hears everything.</summary>
internal sealed record EarForAll(string Listener, IHearAll Handler);
