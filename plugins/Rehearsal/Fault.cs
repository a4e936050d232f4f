using System.Text.Json;
using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Rehearsal.Script;

namespace PoliceSocial.Rehearsal;

/// <summary>What an exception on this network means to the host.</summary>
internal static class Fault
{
    /// <summary>The outcome; null for an exception that nobody expects.</summary>
    public static Outcome<T>? Of<T>(Exception e) => e switch
    {
        FateUnknownException => new Outcome<T>.OutcomeUnknown($"The rehearsal network may or may not have kept it: {e.InnerException!.Message}"),
        FormatException => new Outcome<T>.Refused(e.Message),
        ScenarioException => new Outcome<T>.Refused($"The scenario cannot be played: {e.Message}"),
        IOException => new Outcome<T>.Retry(TimeSpan.FromSeconds(1), $"The rehearsal network's files cannot be used just now: {e.Message}"),
        JsonException or InvalidDataException or UnauthorizedAccessException => new Outcome<T>.Broken($"The rehearsal network's journal cannot be read: {e.Message}"),
        _ => null,
    };
}

/// <summary>Writing failed half-way: only reading the journal again tells whether it is there.</summary>
internal sealed class FateUnknownException(Exception cause) : Exception(cause.Message, cause);
