namespace PoliceSocial.Evidence.Exporting;

/// <summary>States in words.</summary>
internal static class StateWords
{
    public static string Of(ExportState state) => state switch
    {
        ExportState.Waiting => "Waiting its turn",
        ExportState.BeingMade => "Being made",
        ExportState.Ready => "Ready",
        ExportState.Failed => "Could not be made",
    };

    public static string Of(ExhibitRow exhibit) => exhibit switch
    {
        { Relevant: false } => "Not relevant",
        { Used: true } => "Relied on",
        { Sensitive: not null } => "Unused, sensitive",
        _ => "Unused",
    };

    public static string Of(ExhibitTarget target) => target switch
    {
        ExhibitTarget.Conversation => "Conversation",
        ExhibitTarget.Message => "Message",
        ExhibitTarget.Attachment => "Attachment",
        ExhibitTarget.Post => "Post or answer of ours",
        ExhibitTarget.Incident => "Incident",
    };

    public static string Of(RedactionKind kind) => kind switch
    {
        RedactionKind.Message => "Message",
        RedactionKind.Attachment => "Attachment",
        RedactionKind.Contact => "All that one person wrote",
        RedactionKind.Record => "Record of the incident",
    };
}
