namespace PoliceSocial.Platform;

/// <summary>The folder that holds all that the service keeps outside the database; set by <c>--data</c>.</summary>
/// <param name="Path">Its full path.</param>
public sealed record DataFolder(string Path)
{
    /// <summary>A folder inside it, made where it is missing.</summary>
    public string Sub(string name) => Directory.CreateDirectory(System.IO.Path.Combine(Path, name)).FullName;
}
