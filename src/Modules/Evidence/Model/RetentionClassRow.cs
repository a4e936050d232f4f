namespace PoliceSocial.Evidence.Model;

/// <summary>What a retention period counts from.</summary>
internal enum CountsFrom
{
    /// <summary>When the public last wrote.</summary>
    LastContact = 1,

    /// <summary>When it was closed; what is open is never due.</summary>
    Closure = 2,
}

/// <summary>What a class proposes at the end of its period; a person decides.</summary>
internal enum AtEnd
{
    Review = 1,
    Dispose = 2,
}

/// <summary>A retention class as it is stored.</summary>
internal sealed record RetentionClassRow
{
    private const string Columns = "Id, Code, Name, Source, Months, CountsFrom, AtEnd, Checked, Retired, ChangedBy, ChangedAt, Version";

    public static readonly Statement<RetentionClassRow> All = Statement.Of<RetentionClassRow>($"SELECT {Columns} FROM evidence.RetentionClass ORDER BY Code, Id");

    public static readonly Statement<RetentionClassRow> Load = Statement.Of<RetentionClassRow>($"SELECT {Columns} FROM evidence.RetentionClass WHERE Id = @id");

    public static readonly Statement Insert = Statement.Of(
        $"""
        INSERT INTO evidence.RetentionClass ({Columns})
        SELECT @Id, @Code, @Name, @Source, @Months, @CountsFrom, @AtEnd, @Checked, @Retired, @ChangedBy, @ChangedAt, @Version
        WHERE NOT EXISTS (SELECT 1 FROM evidence.RetentionClass WHERE Code = @Code)
        """);

    public static readonly Statement Save = Statement.Of(
        """
        UPDATE evidence.RetentionClass
        SET Name = @Name, Source = @Source, Months = @Months, CountsFrom = @CountsFrom, AtEnd = @AtEnd, Checked = @Checked, Retired = @Retired,
            ChangedBy = @ChangedBy, ChangedAt = @ChangedAt, Version = Version + 1
        WHERE Id = @Id AND Version = @Version
        """);

    public required long Id { get; init; }

    /// <summary>What it is called in lists and in the ledger; it never changes.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>Where the period comes from.</summary>
    public required string Source { get; init; }

    public required int Months { get; init; }

    public required CountsFrom CountsFrom { get; init; }

    public required AtEnd AtEnd { get; init; }

    /// <summary>Whether the force's records manager has checked it.</summary>
    public required bool Checked { get; init; }

    /// <summary>Given to no record any more; those that have it keep it.</summary>
    public required bool Retired { get; init; }

    public required long ChangedBy { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    public required int Version { get; init; }

    public RetentionClassChanged ToEvent() => new(Id, Code, Months, CountsFrom.ToString(), AtEnd.ToString(), Checked, Retired);
}

/// <summary>Which class records of a kind, category and grade have by themselves; an empty one means any.</summary>
internal sealed record RetentionRuleRow
{
    public static readonly Statement<RetentionRuleRow> All = Statement.Of<RetentionRuleRow>(
        "SELECT Kind, Category, Grade, ClassId FROM evidence.RetentionRule ORDER BY Kind, Category, Grade");

    public static readonly Statement Update = Statement.Of(
        "UPDATE evidence.RetentionRule SET ClassId = @ClassId WHERE Kind = @Kind AND Category = @Category AND Grade = @Grade");

    public static readonly Statement Insert = Statement.Of(
        """
        INSERT INTO evidence.RetentionRule (Kind, Category, Grade, ClassId)
        SELECT @Kind, @Category, @Grade, @ClassId
        WHERE NOT EXISTS (SELECT 1 FROM evidence.RetentionRule WHERE Kind = @Kind AND Category = @Category AND Grade = @Grade)
        """);

    public static readonly Statement Delete = Statement.Of("DELETE FROM evidence.RetentionRule WHERE Kind = @Kind AND Category = @Category AND Grade = @Grade");

    public required RecordKind Kind { get; init; }

    public required string Category { get; init; }

    public required string Grade { get; init; }

    public required long ClassId { get; init; }
}

/// <summary>A record that was given another class than it has by itself.</summary>
internal sealed record RecordClassRow
{
    public static readonly Statement<RecordClassRow> Of = Statement.Of<RecordClassRow>(
        "SELECT Kind, RecordId, ClassId, Reason, SetBy, SetAt FROM evidence.RecordClass WHERE Kind = @kind AND RecordId IN @ids");

    public static readonly Statement Update = Statement.Of(
        "UPDATE evidence.RecordClass SET ClassId = @ClassId, Reason = @Reason, SetBy = @SetBy, SetAt = @SetAt WHERE Kind = @Kind AND RecordId = @RecordId");

    public static readonly Statement Insert = Statement.Of(
        """
        INSERT INTO evidence.RecordClass (Kind, RecordId, ClassId, Reason, SetBy, SetAt)
        SELECT @Kind, @RecordId, @ClassId, @Reason, @SetBy, @SetAt
        WHERE NOT EXISTS (SELECT 1 FROM evidence.RecordClass WHERE Kind = @Kind AND RecordId = @RecordId)
        """);

    public required RecordKind Kind { get; init; }

    public required long RecordId { get; init; }

    public required long ClassId { get; init; }

    public required string Reason { get; init; }

    public required long SetBy { get; init; }

    public required DateTimeOffset SetAt { get; init; }
}
