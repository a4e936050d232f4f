namespace PoliceSocial.Rehearsal.Script;

/// <summary>One thing that somebody does. <see cref="At"/> counts from the start, in a reaction from what it reacts to.</summary>
internal abstract record Step(int Line, TimeSpan At, string Key)
{
    internal sealed record Message(int Line, TimeSpan At, string Key) : Step(Line, At, Key)
    {
        public required string By { get; init; }

        public required string Text { get; init; }

        public string? Language { get; init; }

        public bool Privately { get; init; }

        public string? InReplyTo { get; init; }

        public string? Quotes { get; init; }

        /// <summary>Whom the force writes to privately.</summary>
        public string? To { get; init; }

        public IReadOnlyList<Attachment> Media { get; init; } = [];

        /// <summary>A post of the force that staff's own latest post takes the place of, if they have written one.</summary>
        public bool UnlessWePosted { get; init; }

        /// <summary>A post of the force that starts a thread; it is not handed to the force as news.</summary>
        public bool IsOwnPost => By == Scenario.Force && InReplyTo is null && !Privately;
    }

    internal sealed record Edit(int Line, TimeSpan At, string Key, string Target, string Text) : Step(Line, At, Key);

    internal sealed record Delete(int Line, TimeSpan At, string Key, string Target) : Step(Line, At, Key);

    internal sealed record Flood(int Line, TimeSpan At, string Key) : Step(Line, At, Key)
    {
        public required int Messages { get; init; }

        public required TimeSpan Over { get; init; }

        public required int People { get; init; }

        public string? InReplyTo { get; init; }

        public bool Privately { get; init; }

        public string? Language { get; init; }

        public required IReadOnlyList<string> Templates { get; init; }

        public required IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; init; }
    }
}

/// <summary>A file beside the scenario, or a picture made in code.</summary>
internal sealed record Attachment(int Line, string? File, string? Picture, string MediaType, string Description);
