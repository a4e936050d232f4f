using PoliceSocial.Contracts.Access;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Access.OwnAccount;

/// <summary>A person chooses the language that the service speaks to them, on every device that they sign in on from now on.</summary>
internal sealed class ChooseLanguage(Store<AccessModule> store, ActFactory acts)
{
    public static readonly ActKind Kind = new("access.choose-language");

    private static readonly Statement Choose = Statement.Of(
        "UPDATE access.Person SET Language = @language WHERE Id = @id AND COALESCE(Language, '') <> @language");

    /// <param name="person">Who chooses.</param>
    /// <param name="language">The language's code.</param>
    /// <param name="ct">Cancels.</param>
    public async Task HandleAsync(Person person, string language, CancellationToken ct)
    {
        await using var session = await store.BeginAsync(acts.By(person, Kind), ct);
        if (await session.ExecuteAsync(Choose, new { id = person.Id, language }, ct) == 0)
            return;
        session.Raise(new LanguageChosen(person.Id, language));
        await session.CommitAsync(ct);
    }
}
