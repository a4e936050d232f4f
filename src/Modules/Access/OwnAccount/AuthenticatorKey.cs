using QRCoder;

namespace PoliceSocial.Access.OwnAccount;

/// <summary>The key that an authenticator app scans or that a person types.</summary>
internal sealed record AuthenticatorKey(string Issuer, string SignInName, string Key)
{
    /// <summary>In groups of four, to type.</summary>
    public string Spaced => string.Join(' ', Key.Chunk(4).Select(part => new string(part)));

    public string Address =>
        $"otpauth://totp/{Uri.EscapeDataString(Issuer)}:{Uri.EscapeDataString(SignInName)}?secret={Key}&issuer={Uri.EscapeDataString(Issuer)}&digits=6&period=30";

    /// <summary>As a drawing. Black on white in both themes: cameras want contrast.</summary>
    public string Svg()
    {
        using var data = QRCodeGenerator.GenerateQrCode(Address, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return code.GetGraphic(new System.Drawing.Size(220, 220), "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
