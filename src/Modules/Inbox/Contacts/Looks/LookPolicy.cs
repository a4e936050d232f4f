using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Contacts.Looks;

/// <summary>What the force has decided about looking at one person again and again.</summary>
/// <param name="Purposes">What a history may be opened for; another purpose can always be written.</param>
/// <param name="WindowDays">Over how many days looks are counted.</param>
/// <param name="ByOne">After how many looks by one person the next one needs authority.</param>
/// <param name="ByForce">After how many looks by anybody it does.</param>
/// <param name="Version">Grows with each change; 0 for the policy that ships.</param>
internal sealed record LookPolicy(IReadOnlyList<string> Purposes, int WindowDays, int ByOne, int ByForce, int Version)
{
    /// <summary>Holds until somebody changes it.</summary>
    public static readonly LookPolicy Shipped = new(
        [
            "Answering a message from this person", "Somebody's safety or welfare", "Recording or updating an incident",
            "Investigating a crime or an incident", "A complaint, or a request for their own data", "Checking the quality of our answers",
        ],
        WindowDays: 28, ByOne: 3, ByForce: 8, Version: 0);

    private static readonly Statement<LookPolicyRow> Stored = Statement.Of<LookPolicyRow>(
        "SELECT Purposes, WindowDays, ByOne, ByForce, Version FROM inbox.LookPolicy WHERE Id = 1");

    /// <summary>The policy that holds now.</summary>
    public static async Task<LookPolicy> ReadAsync(IRead store, CancellationToken ct) =>
        await store.FindAsync(Stored, null, ct) is { } row
            ? new(row.Purposes.Split('\n', StringSplitOptions.RemoveEmptyEntries), row.WindowDays, row.ByOne, row.ByForce, row.Version)
            : Shipped;

    /// <summary>Does another look need authority, after so many?</summary>
    public bool AsksAuthority(LookCounts before) => before.Own >= ByOne || before.All >= ByForce;

    private sealed record LookPolicyRow
    {
        public required string Purposes { get; init; }

        public required int WindowDays { get; init; }

        public required int ByOne { get; init; }

        public required int ByForce { get; init; }

        public required int Version { get; init; }
    }
}

/// <summary>How often a contact's history was opened within the policy's days.</summary>
/// <param name="Own">By the person who asks.</param>
/// <param name="All">By anybody.</param>
internal readonly record struct LookCounts(int Own, int All);
