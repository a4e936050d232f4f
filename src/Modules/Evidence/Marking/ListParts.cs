using PoliceSocial.Platform.Pages;

namespace PoliceSocial.Evidence.Marking;

/// <summary>A part that can be chosen.</summary>
/// <param name="Value">As it is posted.</param>
/// <param name="Words">As it is shown.</param>
internal sealed record PartChoice(string Value, string Words);

/// <summary>The parts of something that can be marked or held by themselves: what they are and when they came, nothing of what they say.</summary>
internal sealed class ListParts(ICapturedMaterial material)
{
    private const int Most = 500;

    /// <summary>The newest of them, in order; none where there is only the whole.</summary>
    public async Task<IReadOnlyList<PartChoice>> HandleAsync(Subject subject, CancellationToken ct)
    {
        if (subject.Kind != SubjectKind.Conversation)
            return [];
        var choices = new Queue<PartChoice>();
        await foreach (var line in material.LinesAsync([subject.Id], ct))
        {
            if (line.Kind is MaterialKind.Message or MaterialKind.Reply)
                choices.Enqueue(Of(line));
            foreach (var attachment in line.Attachments)
                choices.Enqueue(new(FormattableString.Invariant($"{ExhibitTarget.Attachment}-{attachment.Id}"), $"Attachment {attachment.Id} of it ({attachment.Type})"));
            while (choices.Count > Most)
                choices.Dequeue();
        }

        return [.. choices];
    }

    private static PartChoice Of(MaterialLine line) => line.Kind == MaterialKind.Message
        ? new(FormattableString.Invariant($"{ExhibitTarget.Message}-{line.Id}"), $"Message {line.Id} of {ForceTime.Absolute(line.At)}")
        : new(FormattableString.Invariant($"{ExhibitTarget.Post}-{line.Id}"), $"Our answer {line.Id} of {ForceTime.Absolute(line.At)}");
}
