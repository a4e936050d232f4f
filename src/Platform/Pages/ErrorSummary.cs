using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace PoliceSocial.Platform.Pages;

/// <summary>What is wrong with what was sent, for <c>&lt;error-summary&gt;</c> at the top of a page.</summary>
/// <param name="Problems">In the order of the form.</param>
public sealed record ErrorSummary(IReadOnlyList<FieldProblem> Problems)
{
    /// <summary>The problems of a model state, in the order in which the page's model declares what it asks for.</summary>
    /// <param name="state">The model state.</param>
    /// <param name="page">The page's model.</param>
    /// <param name="idOf">The id of the element that a key is about, or null where there is none; the key with dashes where this is left out.</param>
    public static ErrorSummary Of(ModelStateDictionary state, object? page = null, Func<string, string?>? idOf = null)
    {
        var asked = page?.GetType().GetProperties().OrderBy(p => p.MetadataToken).Select(p => p.Name).ToList() ?? [];
        return new([.. state
            .OrderBy(e => asked.FindIndex(name => name.Equals(e.Key, StringComparison.OrdinalIgnoreCase)) is >= 0 and var at ? at : int.MaxValue)
            .SelectMany(e => e.Value!.Errors.Select(x => new FieldProblem(idOf is null ? IdOf(e.Key) : idOf(e.Key), x.ErrorMessage)))]);
    }

    private static string? IdOf(string key) => key.Length == 0 ? null : key.Replace('.', '-');
}

/// <summary>One problem.</summary>
/// <param name="Id">The id of the field it is about, or null where it is about the whole.</param>
/// <param name="Words">What is wrong, and what to do.</param>
public sealed record FieldProblem(string? Id, string Words);
