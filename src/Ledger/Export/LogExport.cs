using PoliceSocial.Ledger.Notes;

namespace PoliceSocial.Ledger.Export;

/// <summary>
/// Writes a ledger into a folder that anybody can verify with nothing but the folder and the public key: one folder for each log,
/// the key, and a page that explains how.
/// </summary>
public sealed class LogExport
{
    private readonly string _folder;

    private LogExport(string folder) => _folder = folder;

    /// <summary>Begins an export in a folder that is empty or does not exist yet.</summary>
    /// <exception cref="IOException">There is something in the folder already.</exception>
    public static LogExport Begin(string folder, KeyRing keys)
    {
        Directory.CreateDirectory(folder);
        if (Directory.EnumerateFileSystemEntries(folder).Any())
            throw new IOException($"There is something in '{folder}' already. Nothing was written. Choose an empty folder.");

        File.WriteAllText(Path.Combine(folder, ExportLayout.Readme), ExportReadme.Text);
        File.WriteAllText(Path.Combine(folder, ExportLayout.Key), string.Concat(keys.Keys.Select(key => $"{key}\n")));
        return new(folder);
    }

    /// <summary>Begins the next log, in order of number.</summary>
    public LogExportWriter BeginLog(int number) => new(Directory.CreateDirectory(ExportLayout.LogFolder(_folder, number)).FullName);
}
