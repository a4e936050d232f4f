using System.Text.Json.Serialization;

namespace PoliceSocial.Contracts.Audit;

/// <summary>Entries of the ledger were shown to somebody.</summary>
/// <param name="Asked">What was asked for, as a sentence.</param>
/// <param name="Shown">How many entries were shown.</param>
/// <param name="First">The lowest number among them, or null.</param>
/// <param name="Last">The highest number among them, or null.</param>
[Family(Family.Consulted)]
public sealed record LedgerViewed(string Asked, int Shown, long? First, long? Last) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => "ledger:0";
}

/// <summary>The ledger was given to somebody, as files that verify without this service.</summary>
/// <param name="Recipient">Who asked for it, as the operator named them.</param>
/// <param name="Entries">How many entries it had.</param>
/// <param name="Checkpoints">How many signed checkpoints went with them.</param>
[Family(Family.Disclosed)]
public sealed record LedgerExported(string Recipient, long Entries, long Checkpoints) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => "ledger:0";
}

/// <summary>Somebody asked for the whole ledger to be verified.</summary>
/// <param name="RunId">The run.</param>
[Family(Family.Operated)]
public sealed record VerificationBegun(long RunId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"verification:{RunId}";
}

/// <summary>The whole ledger was read, hashed anew and compared with its signed checkpoints.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Entries">How many entries were read.</param>
/// <param name="Checkpoints">How many checkpoints were verified.</param>
/// <param name="FirstWrong">The first wrong entry, or null where the ledger is whole.</param>
/// <param name="What">What is wrong, or null.</param>
[Family(Family.Operated)]
public sealed record VerificationEnded(long RunId, long Entries, long Checkpoints, long? FirstWrong, string? What) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"verification:{RunId}";
}

/// <summary>Something is wrong with the ledger; its readers are alarmed until one of them acknowledges it.</summary>
/// <param name="AlarmId">The alarm.</param>
/// <param name="Kind">What sort of trouble.</param>
/// <param name="What">What happened, in a sentence.</param>
[Family(Family.Operated)]
public sealed record LedgerAlarmRaised(long AlarmId, string Kind, string What) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"ledger-alarm:{AlarmId}";
}

/// <summary>Somebody has taken note of an alarm of the ledger. What is wrong stays wrong until it is put right.</summary>
/// <param name="AlarmId">The alarm.</param>
[Family(Family.Altered)]
public sealed record LedgerAlarmAcknowledged(long AlarmId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"ledger-alarm:{AlarmId}";
}

/// <summary>The details of a run of entries were erased from the ledger; their leaves stay, and the tree with them.</summary>
/// <param name="Log">The number of the log.</param>
/// <param name="First">The first entry.</param>
/// <param name="Last">The last entry.</param>
/// <param name="Reason">Why they may be erased.</param>
[Family(Family.Erased)]
public sealed record FactsErased(int Log, long First, long Last, string Reason) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"entries:{Log}/{First}-{Last}";
}

/// <summary>The log of section 62 for a period is given to somebody.</summary>
/// <param name="Recipient">Who it is for.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Size">The size of the ledger at the checkpoint that it rests on.</param>
[Family(Family.Disclosed)]
public sealed record IcoExtractGiven(string Recipient, DateOnly From, DateOnly To, long Size) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => "ledger:0";
}
