using System.Buffers.Text;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace PoliceSocial.Connectors.Tests.Bluesky;

internal sealed partial class FakeBluesky
{
    private string _refreshToken = "";

    private HttpResponseMessage SignIn(byte[] body)
    {
        SignIns++;
        var given = JsonNode.Parse(body)!;
        return (string?)given["identifier"] == Handle && (string?)given["password"] == Password
            ? Session() : Error("AuthenticationRequired", "Invalid identifier or password", HttpStatusCode.Unauthorized);
    }

    private HttpResponseMessage Renew(string bearer)
    {
        Renewals++;
        return bearer == _refreshToken ? Session() : Error("InvalidToken", "Token could not be verified");
    }

    private HttpResponseMessage Session()
    {
        Token = MakeToken("access", Clock.GetUtcNow() + TokenLife);
        _refreshToken = MakeToken("refresh", Clock.GetUtcNow().AddDays(60));
        return Ok(new JsonObject { ["did"] = Did, ["handle"] = Handle, ["accessJwt"] = Token, ["refreshJwt"] = _refreshToken });
    }

    private string MakeToken(string scope, DateTimeOffset expires)
    {
        var claims = new JsonObject { ["scope"] = scope, ["sub"] = Did, ["jti"] = ++_sessions, ["exp"] = expires.ToUnixTimeSeconds() };
        return $"eyJhbGciOiJIUzI1NiJ9.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims.ToJsonString()))}.c2lnbmF0dXJlLXNpZ25hdHVyZQ";
    }

    private static DateTimeOffset ExpiresAt(string token) =>
        DateTimeOffset.FromUnixTimeSeconds((long)JsonNode.Parse(Base64Url.DecodeFromChars(token.Split('.')[1]))!["exp"]!);
}
