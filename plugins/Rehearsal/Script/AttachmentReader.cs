using PoliceSocial.Rehearsal.Pictures;

namespace PoliceSocial.Rehearsal.Script;

/// <summary>Reads what is attached to a message.</summary>
internal static class AttachmentReader
{
    public static Attachment Read(Yaml value)
    {
        var fields = Fields.Of(value, "an attachment");
        var (file, picture) = (fields.Text("file"), fields.Text("picture"));
        if ((file is null) == (picture is null))
            throw new ScenarioException(fields.Line, "an attachment needs either 'file' or 'picture'.");
        if (file is not null && (file.Length > 100 || file != Path.GetFileName(file) || file.StartsWith('.') || file.Contains('\\', StringComparison.Ordinal)))
            throw new ScenarioException(fields.LineOf("file"), "'file' is the name of a file in the scenario's own folder, without a path.");
        if (picture is not null && !TestPictures.Names.Contains(picture))
            throw new ScenarioException(fields.LineOf("picture"), $"there is no picture '{picture}'. There are: {string.Join(", ", TestPictures.Names)}.");
        var attachment = new Attachment(
            fields.Line, file, picture, fields.Text("claims") ?? MediaTypes.Of(file ?? ".png"), fields.Text("description") ?? "");
        fields.Finish();
        return attachment;
    }
}
