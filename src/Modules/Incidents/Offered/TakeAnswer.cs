using System.Globalization;
using System.Text.Json;
using PoliceSocial.Incidents.HandingOver;

namespace PoliceSocial.Incidents.Offered;

/// <summary>What came of an answer that another force sent us.</summary>
internal enum AnswerTaken
{
    Taken = 1,

    /// <summary>We offered them nothing of that id.</summary>
    Unknown = 2,
    GivenUp = 3,

    /// <summary>It says nothing that we understand.</summary>
    Nonsense = 4,
}

/// <summary>The service takes the answer of another force to an incident that we offered them: accepted with their number, or refused.</summary>
internal sealed class TakeAnswer(Store<IncidentsModule> store, HandoverBook book, ActFactory acts)
{
    public static readonly ActKind Kind = new("incidents.take-answer");
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public async Task<AnswerTaken> HandleAsync(Destination peer, string text, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(text) || Answer.Read(text) is not { Says: not Says.Received } answer || IdIn(text) is not { } id)
            return AnswerTaken.Nonsense;
        if (await store.FindAsync(HandoverStatements.Load, new { id }, ct) is not { Purpose: Purpose.Transfer } handover || handover.Destination != peer.Key)
            return AnswerTaken.Unknown;
        if (handover.State == HandoverState.GivenUp)
            return AnswerTaken.GivenUp;
        var act = acts.ByService(Kind);
        await book.ChangeAsync(act, id, h => h.Answered(peer.Name, answer, null, act.At), ct);
        return AnswerTaken.Taken;
    }

    /// <summary>Our hand-over that it answers.</summary>
    private static long? IdIn(string text) =>
        JsonSerializer.Deserialize<Told>(text, Json) is { Handover: { } told } && long.TryParse(told, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private sealed record Told(string? Handover);
}
