namespace PoliceSocial.Rehearsal.Play;

/// <summary>What the network needs to know of a message to let it be answered: who wrote it, and what its thread hangs on.</summary>
internal sealed record ReplyHandle(string Person, string Root, string Thread)
{
    public override string ToString() => $"{Person}|{Root}|{Thread}";

    public static ReplyHandle? Parse(string handle) => handle.Split('|') is [var person, var root, var thread]
        ? new ReplyHandle(person, root, thread)
        : null;
}
