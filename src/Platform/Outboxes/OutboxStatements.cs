using System.Collections.Concurrent;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Platform.Outboxes;

/// <summary>The statements of the tables that every schema has.</summary>
internal sealed class OutboxStatements(string schema)
{
    private static readonly ConcurrentDictionary<string, OutboxStatements> Cache = new(StringComparer.Ordinal);

    public Statement Append { get; } = Statement.Of(
        $"""
        INSERT INTO {schema}.Outbox (Id, ActId, Act, ActorKind, ActorId, At, Origin, Purpose, Type, Subject, Facts)
        VALUES (@Id, @ActId, @Act, @ActorKind, @ActorId, @At, @Origin, @Purpose, @Type, @Subject, @Facts)
        """, nameof(Append));

    public Statement<OutboxRow> Read { get; } = Statement.Split<OutboxRow>(
        sqlServer: $"""
        SELECT CONVERT(bigint, Position) AS Position, Id, ActId, Act, ActorKind, ActorId, At, Origin, Purpose, Type, Subject, Facts
        FROM {schema}.Outbox
        WHERE Position > CONVERT(binary(8), @after) AND Position < MIN_ACTIVE_ROWVERSION()
        ORDER BY Position
        OFFSET 0 ROWS FETCH NEXT @take ROWS ONLY
        """,
        sqlite: $"""
        SELECT Position, Id, ActId, Act, ActorKind, ActorId, At, Origin, Purpose, Type, Subject, Facts
        FROM {schema}.Outbox
        WHERE Position > @after
        ORDER BY Position
        LIMIT @take
        """,
        because: "identities become visible out of order when writers overlap on SQL Server; SQLite has one writer", nameof(Read));

    public Statement<OutboxRow> ReadTypes { get; } = Statement.Split<OutboxRow>(
        sqlServer: $"""
        SELECT CONVERT(bigint, Position) AS Position, Id, ActId, Act, ActorKind, ActorId, At, Origin, Purpose, Type, Subject, Facts
        FROM {schema}.Outbox
        WHERE Position > CONVERT(binary(8), @after) AND Position <= CONVERT(binary(8), @until) AND Type IN @types
        ORDER BY Position
        OFFSET 0 ROWS FETCH NEXT @take ROWS ONLY
        """,
        sqlite: $"""
        SELECT Position, Id, ActId, Act, ActorKind, ActorId, At, Origin, Purpose, Type, Subject, Facts
        FROM {schema}.Outbox
        WHERE Position > @after AND Position <= @until AND Type IN @types
        ORDER BY Position
        LIMIT @take
        """,
        because: "the position is a rowversion on SQL Server", nameof(ReadTypes));

    public Statement<long?> End { get; } = Statement.Split<long?>(
        sqlServer: $"SELECT CONVERT(bigint, MAX(Position)) AS Position FROM {schema}.Outbox WHERE Position < MIN_ACTIVE_ROWVERSION()",
        sqlite: $"SELECT MAX(Position) AS Position FROM {schema}.Outbox",
        because: "the position is a rowversion on SQL Server", nameof(End));

    public Statement Trim { get; } = Statement.Split(
        sqlServer: $"""
        DELETE FROM {schema}.Outbox
        WHERE Position <= CONVERT(binary(8), @until) AND Position <= (
            SELECT MAX(o.Position)
            FROM (SELECT Position FROM {schema}.Outbox ORDER BY Position OFFSET 0 ROWS FETCH NEXT @take ROWS ONLY) AS o)
        """,
        sqlite: $"""
        DELETE FROM {schema}.Outbox
        WHERE Position <= @until AND Position <= (
            SELECT MAX(o.Position) FROM (SELECT Position FROM {schema}.Outbox ORDER BY Position LIMIT @take) AS o)
        """,
        because: "the position is a rowversion on SQL Server", nameof(Trim));

    public Statement<long> Heard { get; } = Statement.Of<long>(
        $"SELECT Position FROM {schema}.Hearing WHERE Publisher = @publisher", nameof(Heard));

    public Statement Move { get; } = Statement.Of(
        $"UPDATE {schema}.Hearing SET Position = @position WHERE Publisher = @publisher", nameof(Move));

    public Statement Begin { get; } = Statement.Of(
        $"""
        INSERT INTO {schema}.Hearing (Publisher, Position)
        SELECT @publisher, @position WHERE NOT EXISTS (SELECT 1 FROM {schema}.Hearing WHERE Publisher = @publisher)
        """, nameof(Begin));

    public Statement Park { get; } = Statement.Of(
        $"""
        INSERT INTO {schema}.ParkedEvent (Publisher, Position, EventId, Type, Subject, Facts, Attempts, Error, ParkedAt)
        VALUES (@publisher, @position, @eventId, @type, @subject, @facts, @attempts, @error, @parkedAt)
        """, nameof(Park));

    public Statement<ParkedEventRow> Parked { get; } = Statement.Paged<ParkedEventRow>(
        $"""
        SELECT Publisher, Position, EventId, Type, Subject, Attempts, Error, ParkedAt
        FROM {schema}.ParkedEvent
        ORDER BY ParkedAt, Publisher, Position
        """, nameof(Parked));

    public IEnumerable<Statement> All => [Append, Read, ReadTypes, End, Trim, Heard, Move, Begin, Park, Parked];

    public static OutboxStatements For(string schema) => Cache.GetOrAdd(schema, s => new(s));
}

/// <summary>An event that a module could not take, put aside for an operator.</summary>
internal sealed record ParkedEventRow
{
    public required string Publisher { get; init; }

    public required long Position { get; init; }

    public required long EventId { get; init; }

    public required string Type { get; init; }

    public required string Subject { get; init; }

    public required int Attempts { get; init; }

    public required string Error { get; init; }

    public required DateTimeOffset ParkedAt { get; init; }
}
