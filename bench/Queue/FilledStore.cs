using PoliceSocial.Bench.Faults;
using PoliceSocial.Bench.Ingest;
using PoliceSocial.Inbox.Collect;

namespace PoliceSocial.Bench.Queue;

/// <summary>A data folder that is filled through the service's own intake, ledger and all; kept from run to run where a place is named.</summary>
internal sealed class FilledStore : IAsyncDisposable
{
    private readonly TempFolder? _temporary;
    private readonly Corpus _corpus = new(5);
    private int _made;

    private FilledStore(TempFolder? temporary, string data, Network network)
    {
        _temporary = temporary;
        Data = data;
        Network = network;
    }

    public string Data { get; }

    public Network Network { get; }

    public static async Task<FilledStore> OpenAsync(string? kept, CancellationToken ct)
    {
        var temporary = kept is null ? new TempFolder() : null;
        var folder = kept is null ? temporary!.Path : Directory.CreateDirectory(kept).FullName;
        var data = Path.Combine(folder, "data");

        // The channel remembers its network's address, so a kept store's network must be there again.
        var note = Path.Combine(folder, "network.txt");
        if (File.Exists(note))
        {
            var again = await Network.StartAsync(1, ct, address: await File.ReadAllTextAsync(note, ct));
            again.Feed.Write(Traces.Collected(data));
            return new(temporary, data, again);
        }

        Directory.CreateDirectory(data);
        var store = new FilledStore(temporary, data, await Network.StartAsync(1, ct));
        await LoopbackForce.SetUpAsync(data, store.Network.Address, ct);
        await File.WriteAllTextAsync(note, store.Network.Address, ct);
        return store;
    }

    /// <summary>Fills it to so many messages; what it has of them already is made again and not stored twice.</summary>
    public async Task FillAsync(int items, CancellationToken ct)
    {
        const int Chunk = 20_000;
        await using var force = await Force.OpenAsync(Data, ct);
        await force.StartAsync(true, ct);
        for (var has = Traces.FromCorpus(Data); _made < items; _made += Chunk)
        {
            var next = _corpus.Take(_made, Math.Min(Chunk, items - _made), 1);
            if (has >= _made + next.Count)
                continue;
            await Callers.StoreAsync(force.Get<Intake>(), next, 1, 100, ct);
            await force.SequencedAsync(ct);
            if (_made % 100_000 == 0)
                Figures.Say($"The store has {_made + next.Count} messages.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Network.DisposeAsync();
        _temporary?.Dispose();
    }
}
