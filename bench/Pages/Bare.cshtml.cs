using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Data.Sqlite;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Bench.Pages;

/// <summary>The limit of the queue page: fifty rows from the same store on a page, and nothing else.</summary>
internal sealed class BareModel(SqliteConnection store) : PageModel
{
    private const string Newest =
        """
        SELECT c.Id, p.DisplayName, p.Handle, c.LastNetworkTime, c.LastText, c.LastMessageId
        FROM Conversation c JOIN Contact p ON p.Id = c.ContactId WHERE c.Stage = 1 AND c.LastMessageId < $before ORDER BY c.LastMessageId DESC LIMIT 50
        """;

    public List<BareRow> Rows { get; } = [];

    public long Last { get; private set; }

    public void OnGet(long? before)
    {
        using var command = store.CreateCommand();
        command.CommandText = Newest;
        command.Parameters.AddWithValue("$before", before ?? long.MaxValue);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            Rows.Add(new(reader.GetInt64(0), reader.GetString(1), reader.GetString(2), Instant.FromMicroseconds(reader.GetInt64(3)), reader.GetString(4)));
            Last = reader.GetInt64(5);
        }
    }
}

/// <summary>A row of it.</summary>
internal sealed record BareRow(long Id, string Name, string Handle, DateTimeOffset At, string Text);
