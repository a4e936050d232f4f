using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Razor.Hosting;

namespace PoliceSocial.House.Tests.Pages;

/// <summary>A page as it was compiled: its path, its route, and the types that may carry attributes.</summary>
internal sealed record RazorPage(string Assembly, string Path, string? Route, IReadOnlyList<Type> Types)
{
    public static IEnumerable<RazorPage> In(Assembly assembly) =>
        from item in new RazorCompiledItemLoader().LoadItems(assembly)
        where item.Type.IsAssignableTo(typeof(PageBase))
        let route = item.Metadata.OfType<RazorCompiledItemMetadataAttribute>().FirstOrDefault(m => m.Key == "RouteTemplate")?.Value
        let model = item.Type.GetProperty("Model")?.PropertyType
        select new RazorPage(assembly.GetName().Name!, item.Identifier, route, model is null || model == item.Type ? [item.Type] : [item.Type, model]);

    public bool IsAnonymous => Has<IAllowAnonymous>();

    /// <summary>It states a policy of its own; being signed in alone is none.</summary>
    public bool HasPolicy => Attributes<IAuthorizeData>().Any(a => !string.IsNullOrEmpty(a.Policy));

    public bool IgnoresAntiforgery => Has<IgnoreAntiforgeryTokenAttribute>()
        || Types.SelectMany(t => t.GetMethods()).Any(m => m.IsDefined(typeof(IgnoreAntiforgeryTokenAttribute), inherit: true));

    public override string ToString() => $"{Assembly}{Path}";

    private bool Has<T>() => Attributes<T>().Any();

    private IEnumerable<T> Attributes<T>() => Types.SelectMany(t => t.GetCustomAttributes(inherit: true)).OfType<T>();
}
