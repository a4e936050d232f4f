using System.Text.Json.Serialization;

namespace PoliceSocial.Contracts;

/// <summary>
/// Something that happened, told by the module that owns it. Carries ids and facts, never the text of a message: bodies are
/// personal data and stay in one place, or retention could not delete them. Named in the past tense, and immutable.
/// </summary>
public interface IEvent
{
    /// <summary>What it is about, as <c>kind:id</c> (<c>conversation:123</c>). Events of one subject are heard in order.</summary>
    [JsonIgnore]
    string Subject { get; }
}

/// <summary>Says which duty of record-keeping an event fulfils. Every event has one.</summary>
/// <param name="family">The family.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FamilyAttribute(Family family) : Attribute
{
    /// <summary>The family.</summary>
    public Family Family { get; } = family;

    /// <summary>True where it only tells of something: nothing that a screen shows is different afterwards.</summary>
    public bool ChangesNothing { get; init; }
}

/// <summary>
/// The kinds of processing of which a log must be kept (Data Protection Act 2018, section 62), and those that running a
/// police service adds.
/// </summary>
public enum Family
{
    /// <summary>Personal data reached us (s.62: collection).</summary>
    Collected = 1,

    /// <summary>Somebody looked at personal data (s.62: consultation).</summary>
    Consulted = 2,

    /// <summary>Something was changed (s.62: alteration).</summary>
    Altered = 3,

    /// <summary>Records were joined or parted (s.62: combination).</summary>
    Combined = 4,

    /// <summary>Something was given to somebody outside (s.62: disclosure).</summary>
    Disclosed = 5,

    /// <summary>Something was erased (s.62: erasure).</summary>
    Erased = 6,

    /// <summary>Somebody signed in or out, or tried to.</summary>
    SignIn = 7,

    /// <summary>Somebody was refused what they may not do.</summary>
    Refused = 8,

    /// <summary>How the service works was changed.</summary>
    Configured = 9,

    /// <summary>Something was published, or it was tried.</summary>
    Published = 10,

    /// <summary>The service itself did or noticed something.</summary>
    Operated = 11,
}
