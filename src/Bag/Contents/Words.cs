namespace PoliceSocial.Bag.Contents;

/// <summary>The words for kinds of lines.</summary>
internal static class Words
{
    public static string Of(LineKind kind) => kind switch
    {
        LineKind.Message => "message",
        LineKind.Edit => "edit",
        LineKind.Deletion => "deletion",
        LineKind.Reply => "reply",
        LineKind.Note => "note",
        LineKind.Deed => "deed",
        LineKind.Record => "record",
        LineKind.Shown => "shown",
    };

    public static string Shown(LineKind kind) => kind switch
    {
        LineKind.Message => "wrote",
        LineKind.Edit => "changed it to",
        LineKind.Deletion => "took it away",
        LineKind.Reply => "answered for the force",
        LineKind.Note => "noted for colleagues",
        LineKind.Deed => "",
        LineKind.Record => "recorded",
        LineKind.Shown => "",
    };
}
