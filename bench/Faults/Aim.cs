namespace PoliceSocial.Bench.Faults;

/// <summary>What a kill waits for before its random delay.</summary>
internal enum Aim
{
    /// <summary>Any instant between the process' first and its first answer.</summary>
    Start,

    /// <summary>A page of messages was handed over.</summary>
    Ingest,

    /// <summary>Staff were told that a reply is on its way.</summary>
    Intent,

    /// <summary>The network was called to publish.</summary>
    Call,

    /// <summary>The network has answered that something is published.</summary>
    Answer,

    /// <summary>The network is being read back.</summary>
    ReadBack,

    /// <summary>Events are on their way into the ledger.</summary>
    Ledger,

    /// <summary>The service was told to stop.</summary>
    Shutdown,

    /// <summary>A connector is being exchanged.</summary>
    Swap,
}

/// <summary>Deals the aims out by a seed: every one comes up once before any comes up again.</summary>
internal sealed class Aims(Random chance)
{
    private readonly Queue<Aim> _next = new();

    public Aim Next()
    {
        if (_next.Count == 0)
        {
            var all = Enum.GetValues<Aim>();
            chance.Shuffle(all);
            foreach (var aim in all)
                _next.Enqueue(aim);
        }

        return _next.Dequeue();
    }
}
