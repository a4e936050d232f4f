namespace PoliceSocial.Network;

/// <summary>What this machine must have for the network to run.</summary>
public static class AtEnvironment
{
    private const string PostgresFolder = "/usr/lib/postgresql";

    /// <summary>Why the network cannot run here, for a visible skip; null where it can.</summary>
    public static string? Missing { get; } = Look();

    private static string? Look()
    {
        var missing = new[] { "node", "npm", "redis-server" }.Where(program => !IsOnPath(program)).ToList();
        if (!HasPostgres())
            missing.Add($"PostgreSQL (below {PostgresFolder})");
        return missing.Count == 0 ? null : $"The AT Protocol test network needs what is not installed here: {string.Join(", ", missing)}.";
    }

    private static bool HasPostgres() =>
        Directory.Exists(PostgresFolder)
        && Directory.EnumerateDirectories(PostgresFolder).Any(version => File.Exists(Path.Combine(version, "bin", "initdb")));

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, program)));
}
