using OtpNet;
using PoliceSocial.Access.People;

namespace PoliceSocial.Access.SigningIn;

/// <summary>Reads the code of an authenticator app (RFC 6238): six digits that change every thirty seconds.</summary>
internal sealed class AuthenticatorCode(KeyProtection keys, TimeProvider clock)
{
    private static readonly VerificationWindow OneStepEitherWay = new(previous: 1, future: 1);

    /// <summary>The time step that a code belongs to, or null where it is wrong. Whether the step was used before, whoever uses it finds out.</summary>
    public long? StepOf(PersonRow person, string code)
    {
        var digits = string.Concat(code.Where(char.IsAsciiDigit));
        if (person.AuthenticatorKey is not { } key || digits.Length != 6)
            return null;
        var totp = new Totp(Base32Encoding.ToBytes(keys.Unprotect(person.Id, key)));
        return totp.VerifyTotp(clock.GetUtcNow().UtcDateTime, digits, out var step, OneStepEitherWay) ? step : null;
    }
}
