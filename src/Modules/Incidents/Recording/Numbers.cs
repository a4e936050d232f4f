namespace PoliceSocial.Incidents.Recording;

/// <summary>
/// Gives incidents their numbers, in the session that records them: one that is undone gives its number back, so that there are no
/// gaps, and two at once are put one after the other, so that none comes twice.
/// </summary>
internal static class Numbers
{
    private static readonly Statement Raise = Statement.Of("UPDATE incidents.DaySequence SET Latest = Latest + 1 WHERE Day = @day");

    private static readonly Statement Begin = Statement.Split(
        sqlServer: "INSERT INTO incidents.DaySequence (Day, Latest) SELECT @day, 0 WHERE NOT EXISTS (SELECT 1 FROM incidents.DaySequence WITH (UPDLOCK, HOLDLOCK) WHERE Day = @day)",
        sqlite: "INSERT INTO incidents.DaySequence (Day, Latest) SELECT @day, 0 WHERE NOT EXISTS (SELECT 1 FROM incidents.DaySequence WHERE Day = @day)",
        because: "of two who record the first incident of a day at once, the second must wait for the first; SQLite has one writer");

    private static readonly Statement<int> Latest = Statement.Of<int>("SELECT Latest FROM incidents.DaySequence WHERE Day = @day");

    /// <summary>The next number of a day (or year).</summary>
    public static async Task<int> NextAsync(Session session, int day, CancellationToken ct)
    {
        if (await session.ExecuteAsync(Raise, new { day }, ct) == 0)
        {
            await session.ExecuteAsync(Begin, new { day }, ct);
            await session.ExecuteAsync(Raise, new { day }, ct);
        }

        return await session.FindAsync(Latest, new { day }, ct);
    }
}
