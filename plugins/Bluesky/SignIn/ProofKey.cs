using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace PoliceSocial.Bluesky;

/// <summary>A P-256 key that signs the small tokens of the OAuth profile: proofs of possession and the client's own assertions.</summary>
internal sealed class ProofKey : IDisposable
{
    private readonly ECDsa _key;
    private readonly string _x;
    private readonly string _y;

    private ProofKey(ECDsa key)
    {
        _key = key;
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        (_x, _y) = (Base64Url.EncodeToString(point.X), Base64Url.EncodeToString(point.Y));
    }

    /// <summary>The key's name by RFC 7638.</summary>
    public string Thumbprint =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{_x}}","y":"{{_y}}"}""")));

    public static ProofKey Make() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>Reads a key from PKCS #8 in Base64 or from PEM; null where it is not a P-256 private key.</summary>
    public static ProofKey? TryRead(string text)
    {
        var key = ECDsa.Create();
        try
        {
            if (text.Contains("-----BEGIN", StringComparison.Ordinal))
                key.ImportFromPem(text);
            else
                key.ImportPkcs8PrivateKey(Convert.FromBase64String(text), out _);
            if (key.KeySize == 256)
                return new ProofKey(key);
        }
        catch (Exception e) when (e is CryptographicException or FormatException or ArgumentException)
        {
            // Not a key: the caller says so in its own words.
        }
        key.Dispose();
        return null;
    }

    public string Export() => Convert.ToBase64String(_key.ExportPkcs8PrivateKey());

    /// <summary>Proves possession for one request (RFC 9449).</summary>
    public string Prove(HttpMethod method, Uri address, DateTimeOffset now, string? nonce, string? accessToken) => Sign(
        header =>
        {
            header.WriteString("typ", "dpop+jwt");
            header.WriteStartObject("jwk");
            header.WriteString("kty", "EC");
            header.WriteString("crv", "P-256");
            header.WriteString("x", _x);
            header.WriteString("y", _y);
            header.WriteEndObject();
        },
        claims =>
        {
            claims.WriteString("jti", Unguessable.Text());
            claims.WriteString("htm", method.Method);
            claims.WriteString("htu", address.GetLeftPart(UriPartial.Path));
            claims.WriteNumber("iat", now.ToUnixTimeSeconds());
            if (nonce is not null)
                claims.WriteString("nonce", nonce);
            if (accessToken is not null)
                claims.WriteString("ath", Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(accessToken))));
        });

    /// <summary>Asserts to an authorization server that we are the client (RFC 7523).</summary>
    public string Assert(string clientId, string issuer, DateTimeOffset now) => Sign(
        header => header.WriteString("kid", Thumbprint),
        claims =>
        {
            claims.WriteString("iss", clientId);
            claims.WriteString("sub", clientId);
            claims.WriteString("aud", issuer);
            claims.WriteString("jti", Unguessable.Text());
            claims.WriteNumber("iat", now.ToUnixTimeSeconds());
            claims.WriteNumber("exp", now.AddMinutes(1).ToUnixTimeSeconds());
        });

    private string Sign(Action<Utf8JsonWriter> header, Action<Utf8JsonWriter> claims)
    {
        var head = Encode(writer =>
        {
            writer.WriteString("alg", "ES256");
            header(writer);
        });
        var signed = $"{head}.{Encode(claims)}";
        return $"{signed}.{Base64Url.EncodeToString(_key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256))}";
    }

    private static string Encode(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }
        return Base64Url.EncodeToString(buffer.WrittenSpan);
    }

    public void Dispose() => _key.Dispose();
}
