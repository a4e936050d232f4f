using PoliceSocial.Platform.Data;

namespace PoliceSocial.Audit.Sequencing;

/// <summary>The statements that add to the ledger. Only <c>Turn</c> is ever changed.</summary>
internal static class SequenceStatements
{
    /// <summary>Holds every other sequencer back until the transaction ends.</summary>
    public static readonly Statement TakeTurn = Statement.Of("UPDATE audit.Turn SET Next = Next WHERE Id = 1");

    public static readonly Statement FirstTurn = Statement.Of(
        "INSERT INTO audit.Turn (Id, Next) SELECT 1, 0 WHERE NOT EXISTS (SELECT 1 FROM audit.Turn WHERE Id = 1)");

    public static readonly Statement<long> Next = Statement.Of<long>("SELECT Next FROM audit.Turn WHERE Id = 1");

    public static readonly Statement MoveTurn = Statement.Of("UPDATE audit.Turn SET Next = @next WHERE Id = 1");

    public static readonly Statement<long> Heard = Statement.Of<long>("SELECT Position FROM audit.Hearing WHERE Publisher = @publisher");

    public static readonly Statement AddEntry = Statement.Of(
        """
        INSERT INTO audit.Entry
            (Number, EventId, At, Type, Act, ActId, ActorKind, ActorId, SubjectKind, SubjectId, SubjectName, SessionId, HasPurpose, Family)
        VALUES
            (@Number, @EventId, @At, @Type, @Act, @ActId, @ActorKind, @ActorId, @SubjectKind, @SubjectId, @SubjectName, @SessionId, @HasPurpose, @Family)
        """);

    public static readonly Statement AddDetail = Statement.Of("INSERT INTO audit.Detail (Number, Shape, Salt, Facts) VALUES (@Number, @Shape, @Salt, @Facts)");

    public static readonly Statement AddLeaves = Statement.Of("INSERT INTO audit.Leaves (First, Hashes) VALUES (@First, @Hashes)");

    public static readonly Statement<WordRow> Words = Statement.Of<WordRow>("SELECT Id, Text FROM audit.Word");

    public static readonly Statement AddWord = Statement.Of("INSERT INTO audit.Word (Id, Text) VALUES (@Id, @Text)");
}

/// <summary>A name that entries refer to by number.</summary>
internal sealed record WordRow
{
    public required long Id { get; init; }

    public required string Text { get; init; }
}
