namespace PoliceSocial.Evidence.Marking;

/// <summary>Which parts of something can be marked or held by themselves.</summary>
internal sealed class Parts(ICapturedMaterial material)
{
    /// <summary>Whether there is such a part of the subject.</summary>
    public Task<bool> ExistsAsync(Subject subject, ExhibitTarget target, long targetId, CancellationToken ct) => (subject.Kind, target) switch
    {
        (SubjectKind.Conversation, ExhibitTarget.Conversation) or (SubjectKind.Incident, ExhibitTarget.Incident) or (SubjectKind.Post, ExhibitTarget.Post) =>
            Task.FromResult(targetId == subject.Id),
        (SubjectKind.Conversation, ExhibitTarget.Message or ExhibitTarget.Attachment or ExhibitTarget.Post) => IsInAsync(subject.Id, target, targetId, ct),
        _ => Task.FromResult(false),
    };

    private async Task<bool> IsInAsync(long conversationId, ExhibitTarget target, long targetId, CancellationToken ct)
    {
        await foreach (var line in material.LinesAsync([conversationId], ct))
        {
            var found = target switch
            {
                ExhibitTarget.Message => line.Kind == MaterialKind.Message && line.Id == targetId,
                ExhibitTarget.Post => line.Kind == MaterialKind.Reply && line.Id == targetId,
                _ => line.Attachments.Any(a => a.Id == targetId),
            };
            if (found)
                return true;
        }

        return false;
    }
}
