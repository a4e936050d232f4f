using Microsoft.AspNetCore.Http;
using PoliceSocial.Channels.Model;

namespace PoliceSocial.Channels.Connect;

/// <summary>One field of the form that a connector asks for. Holds no secret: what was typed into one is never sent back.</summary>
/// <param name="Setting">What is asked.</param>
/// <param name="Value">What stands in it; empty for a secret.</param>
/// <param name="Error">What is wrong with it, or null.</param>
/// <param name="Stored">True for a secret that may be left empty, since it is stored already.</param>
internal sealed record FieldView(ConnectorSetting Setting, string Value, string? Error, bool Stored)
{
    public string Id => IdOf(Setting.Name);

    public static string IdOf(string setting) => $"setting-{setting}";

    /// <summary>What a person filled in.</summary>
    public static Dictionary<string, string> ValuesIn(IFormCollection form, ConnectorManifest manifest) =>
        manifest.Settings.ToDictionary(s => s.Name, s => form[IdOf(s.Name)].ToString(), StringComparer.Ordinal);

    /// <summary>The form's fields.</summary>
    public static IReadOnlyList<FieldView> Of(
        ConnectorManifest manifest, IReadOnlyDictionary<string, string>? values, IReadOnlyCollection<string> stored, Problems problems) =>
        [.. manifest.Settings.Select(s => new FieldView(
            s,
            s.Kind == SettingKind.Secret ? "" : values?.GetValueOrDefault(s.Name) ?? s.Default ?? "",
            problems.Of(IdOf(s.Name)),
            stored.Contains(s.Name)))];
}
