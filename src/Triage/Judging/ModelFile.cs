using System.Text.Json.Serialization;

namespace PoliceSocial.Triage.Judging;

/// <summary>A trained model as it is stored.</summary>
/// <param name="Format">The form of this file.</param>
/// <param name="Version">Names the model.</param>
/// <param name="Threshold">From which likelihood of danger on an emergency is suggested.</param>
/// <param name="Danger">Weighs whether somebody is in danger now.</param>
/// <param name="Eyewitness">Weighs whether its author saw it themselves.</param>
/// <param name="Affected">Weighs whether it tells of people affected: hurt, missing, trapped, killed.</param>
internal sealed record ModelFile(int Format, string Version, double Threshold, Weights Danger, Weights Eyewitness, Weights Affected)
{
    public const int CurrentFormat = 1;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(ModelFile))]
internal sealed partial class ModelJson : JsonSerializerContext;
