namespace PoliceSocial.Host.Shelf;

/// <summary>Where one channel's connector may go: the hosts of its manifest, the channel's own addresses filled in.</summary>
internal sealed class HostRules
{
    private readonly List<string> _names = [];
    private readonly List<Uri> _addresses = [];

    public HostRules(IEnumerable<string> hosts, IReadOnlyDictionary<string, string> settings)
    {
        foreach (var host in hosts)
        {
            if (HostPattern.SettingIn(host) is not { } setting)
                _names.Add(host);
            else if (Uri.TryCreate(settings.GetValueOrDefault(setting), UriKind.Absolute, out var address) && IsWeb(address))
                _addresses.Add(address);
        }
    }

    /// <summary>
    /// A name of the manifest is reached by https at its usual port only; a setting's address exactly as the person gave it, so that
    /// allowing one service on a machine does not allow the others on it.
    /// </summary>
    public bool Allows(Uri target) =>
        target.IsAbsoluteUri
        && target.UserInfo.Length == 0
        && IsWeb(target)
        && (_addresses.Exists(a => Same(a, target)) || IsNamed(target));

    /// <summary>Whether a person gave a private address for this very target, as for a server on the same machine.</summary>
    public bool IsGivenPrivateAddress(string host, int port) =>
        _addresses.Exists(a => NameOf(a) == NameOf(host) && a.Port == port && PublicAddress.IsPrivateName(NameOf(a)));

    private bool IsNamed(Uri target) =>
        IsSecure(target) && target.IsDefaultPort && _names.Exists(n => Matches(n, NameOf(target)));

    private static bool Same(Uri a, Uri b) => IsSecure(a) == IsSecure(b) && a.Port == b.Port && NameOf(a) == NameOf(b);

    private static bool Matches(string pattern, string name) =>
        pattern.StartsWith("*.", StringComparison.Ordinal)
            ? name.Length >= pattern.Length && name.EndsWith(pattern[1..], StringComparison.Ordinal)
            : name == pattern;

    private static string NameOf(Uri address) => NameOf(address.IdnHost);

    private static string NameOf(string host) => host.TrimEnd('.').Trim('[', ']').ToLowerInvariant();

    private static bool IsSecure(Uri address) => address.Scheme is "https" or "wss";

    private static bool IsWeb(Uri address) => address.Scheme is "http" or "https" or "ws" or "wss";
}
