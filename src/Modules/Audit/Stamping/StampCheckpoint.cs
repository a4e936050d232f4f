using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Text;
using PoliceSocial.Audit.Signing;
using PoliceSocial.Ledger.Notes;
using PoliceSocial.Ledger.TimeStamps;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Audit.Stamping;

/// <summary>
/// Asks an authority outside to put its time on the latest checkpoint (RFC 3161). It is sent a hash and nothing else; what it
/// answers is checked before it is kept.
/// </summary>
internal sealed class StampCheckpoint(Store<AuditModule> store, CheckpointPlaces places, IHttpClientFactory clients, Ids ids)
{
    public const string Client = "ledger-time-stamps";
    private const int LongestName = 200;

    /// <summary>True where there is a new time-stamp; false where the latest checkpoint has one of this authority.</summary>
    /// <exception cref="HttpRequestException">The authority cannot be reached, or refuses.</exception>
    /// <exception cref="CryptographicException">What it answers is no time-stamp of what was asked.</exception>
    public async Task<bool> HandleAsync(Uri authority, CancellationToken ct)
    {
        if (await places.LatestAsync(ct) is not { } latest || SignedNote.Read(Encoding.UTF8.GetBytes(latest.Note)) is not { } note)
            return false;
        if ((await store.QueryAsync(StampStatements.LatestOf, new { authority = Name(authority), take = 1 }, ct)).SingleOrDefault()?.Number >= latest.Number)
            return false;

        var (token, at) = await AskAsync(authority, note.TextBytes, ct);
        await using var session = await store.BeginBookkeepingAsync("a time-stamp tells of a checkpoint, which tells of entries that have their own records", ct);
        await session.ExecuteAsync(StampStatements.Add, new StampRow { Id = ids.New(), Number = latest.Number, Authority = Name(authority), StampedAt = at, Token = token }, ct);
        await session.CommitAsync(ct);
        return true;
    }

    public static string Name(Uri authority) => authority.ToString() is { Length: > LongestName } name ? name[..LongestName] : authority.ToString();

    private async Task<(byte[] Token, DateTimeOffset At)> AskAsync(Uri authority, byte[] text, CancellationToken ct)
    {
        var nonce = RandomNumberGenerator.GetBytes(8);
        nonce[0] &= 0x7f;
        var request = Rfc3161TimestampRequest.CreateFromData(text, HashAlgorithmName.SHA256, nonce: nonce, requestSignerCertificates: true);
        using var content = new ByteArrayContent(request.Encode());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/timestamp-query");
        using var http = clients.CreateClient(Client);
        using var answer = await http.PostAsync(authority, content, ct);
        answer.EnsureSuccessStatusCode();
        var token = request.ProcessResponse(await answer.Content.ReadAsByteArrayAsync(ct), out _).AsSignedCms().Encode();
        return TimeStamp.Read(token, text) is { } stamp
            ? (token, stamp.Time)
            : throw new CryptographicException("The authority's answer is signed by no certificate for time-stamping.");
    }
}
