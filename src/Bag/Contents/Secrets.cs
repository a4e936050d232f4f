using System.Text.RegularExpressions;

namespace PoliceSocial.Bag.Contents;

/// <summary>
/// Takes what opens an account out of requests and headers. Connectors already leave credentials out; a bag goes to strangers, so it
/// does not rely on that.
/// </summary>
internal static partial class Secrets
{
    private const string Gone = "***";

    public static string OutOfRequest(string request) => UserInfo().Replace(Parameters().Replace(request, $"$1{Gone}"), $"$1{Gone}@");

    public static string OutOfHeaders(string headers) => Headers().Replace(headers, $"$1: {Gone}");

    [GeneratedRegex(@"([?&#](?:[\w.-]*(?:token|secret|signature|password|passwd|credential|auth|proof|session)[\w.-]*|key|api[_-]?key|sig|code|jwt|x-amz-[\w-]+)=)[^&#\s]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Parameters();

    [GeneratedRegex(@"(\bhttps?://)[^/@\s]+@", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex UserInfo();

    [GeneratedRegex(@"^([ \t]*(?:[\w-]*authori[sz]ation|set-cookie2?|cookie|[\w-]*(?:token|secret|api-?key|session|signature)[\w-]*))[ \t]*:[^\r\n]*(?:\r?\n[ \t]+[^\r\n]*)*", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Headers();
}
