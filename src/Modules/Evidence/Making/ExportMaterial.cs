using System.Runtime.CompilerServices;
using PoliceSocial.Bag.Contents;
using PoliceSocial.Contracts.Audit;

namespace PoliceSocial.Evidence.Making;

/// <summary>What one export holds, with what is removed taken out on the way.</summary>
internal sealed class ExportMaterial(
    ICapturedMaterial captured, PublishedBook published, IncidentBook? incident, ILedgerExtract ledger, ExportScope scope, Cuts cuts, IReadOnlyList<ExhibitRow> exhibits) : IMaterial
{
    private readonly HashSet<long> _present = [];
    private readonly HashSet<long> _hiddenMessages = [];
    private readonly Dictionary<(ExhibitTarget, long), string> _marks = exhibits.Where(scope.Names).GroupBy(e => (e.Target, e.TargetId)).ToDictionary(g => g.Key, g => string.Join(' ', g.Select(e => e.Mark())));
    private LedgerPart? _ledger;

    public IReadOnlyList<Removal> Removed => cuts.Removed;

    public IReadOnlyList<Exhibit> Exhibits { get; } =
    [
        .. exhibits.Where(scope.Names).Select(e => new Exhibit(
            e.Mark(), cuts.OfExhibit(e) is { } why ? $"[removed: {why}]" : e.What, scope.NameOf(e.PersonId), e.MarkedAt, e.Relevant, e.Sensitive, e.Used, scope.WhereIs(e))),
    ];

    public async IAsyncEnumerable<MediaOriginal> MediaAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var media in captured.MediaAsync(scope.Conversations, ct))
        {
            if (cuts.OfAttachment(media.AttachmentId, media.MessageId, media.ContactId) is not null || media.Open() is not { } bytes)
                continue;
            _present.Add(media.AttachmentId);
            yield return new(media.AttachmentId, MediaName.Of(media.AttachmentId, media.Sha256, media.Type), media.Type, _ => Task.FromResult(bytes));
        }
    }

    public IAsyncEnumerable<DataFile> FilesAsync(CancellationToken ct) => (incident?.Files() ?? []).ToAsyncEnumerable();

    /// <summary>What was captured, and between it the incident's own record and what networks showed: all in the order in which the force had it.</summary>
    public async IAsyncEnumerable<TimelineLine> TimelineAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var others = new Queue<TimelineLine>((incident?.Lines() ?? []).Concat(await published.LinesAsync(ct)).OrderBy(l => l.Id));
        await foreach (var line in captured.LinesAsync(scope.Conversations, ct))
        {
            while (others.TryPeek(out var other) && other.Id < line.Id)
                yield return others.Dequeue();
            if (line.Kind == MaterialKind.Note && !scope.WithNotes)
                continue;
            if (line.ActorId is { } actor)
                await scope.LearnAsync([actor], ct);
            yield return cuts.Of(line) is { } why ? Hidden(line, why) : Shown(line);
        }

        foreach (var other in others)
            yield return other;
    }

    public async IAsyncEnumerable<CapturedOriginal> OriginalsAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var item in captured.OriginalsAsync(scope.Conversations, ct))
        {
            if (cuts.Of(item.MessageId, item.ContactId) is null)
                yield return new(item.Id, item.NetworkId, item.Type, item.Bytes, item.Sha256, item.ReceivedAt, Exchange(item.Exchange));
        }

        await foreach (var kept in published.OriginalsAsync(ct))
            yield return kept;
    }

    public async IAsyncEnumerable<CustodyLine> CustodyAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        foreach (var line in _ledger?.Custody ?? [])
            yield return line;
    }

    public Task<LedgerExtract?> LedgerAsync(CancellationToken ct)
    {
        _ledger = new(ledger, cuts, _hiddenMessages);
        return _ledger.FindAsync(scope, ct);
    }

    /// <summary>An answer may have held what is removed: its address, its hash and its headers could tell of it.</summary>
    private CapturedExchange Exchange(MaterialExchange exchange)
    {
        if (!cuts.Any)
            return new(exchange.Id, exchange.Request, exchange.Status, exchange.Headers, exchange.Sha256, exchange.StartedAt, exchange.FinishedAt) { Frame = exchange.Frame };
        var (method, address) = exchange.Request.Split(' ', 2) is [var verb, var rest] ? (verb, rest) : ("", exchange.Request);
        var host = Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? $"{method} {uri.Scheme}://{uri.Host}/" : "";
        return new(exchange.Id, host, exchange.Status, "", ReadOnlyMemory<byte>.Empty, exchange.StartedAt, exchange.FinishedAt);
    }

    private TimelineLine Hidden(MaterialLine line, string why)
    {
        _hiddenMessages.Add(line.MessageId ?? line.Id);
        return new()
        {
            At = line.At,
            Kind = KindOf(line.Kind),
            Conversation = line.ConversationId,
            Id = line.Id,
            Channel = scope.ChannelOf(line.ChannelId),
            Who = line.ActorId is null ? "somebody whose name was removed" : scope.NameOf(line.ActorId.Value),
            ReceivedAt = line.ReceivedAt,
            Removed = why,
        };
    }

    private TimelineLine Shown(MaterialLine line)
    {
        var removed = line.Attachments.Select(a => cuts.OfAttachment(a.Id, line.MessageId ?? line.Id, line.ContactId)).FirstOrDefault(w => w is not null);
        return new()
        {
            At = line.At,
            Kind = KindOf(line.Kind),
            Conversation = line.ConversationId,
            Id = line.Id,
            Channel = scope.ChannelOf(line.ChannelId),
            Audience = line.IsPublic ? "public" : "private",
            Who = line.ActorId is { } actor ? scope.NameOf(actor) : line.ContactId is null ? scope.ChannelOf(line.ChannelId) : line.Name.Length > 0 ? line.Name : line.Handle,
            Handle = line.Handle,
            Text = line.Text,
            NetworkId = line.NetworkId,
            Permalink = line.Permalink,
            ReceivedAt = line.ReceivedAt,
            Sha256 = Convert.ToHexStringLower(line.Sha256.Span),
            Exhibit = _marks.GetValueOrDefault((line.Kind == MaterialKind.Reply ? ExhibitTarget.Post : ExhibitTarget.Message, line.Id), ""),
            Removed = removed is null ? "" : $"an attachment: {removed}",
            Media = [.. line.Attachments.Select(Media)],
        };
    }

    private LineMedia Media(MaterialAttachment attachment) => attachment switch
    {
        _ when cuts.HidesAttachment(attachment.Id) => new("", "", "", "removed"),
        { Problem.Length: > 0 } => new("", attachment.Type, attachment.AltText, attachment.Problem),
        _ when !_present.Contains(attachment.Id) => new("", attachment.Type, attachment.AltText, "its file is missing from the force's store"),
        _ => new(MediaName.Of(attachment.Id, attachment.Sha256, attachment.Type), attachment.Type, attachment.AltText, ""),
    };

    private static LineKind KindOf(MaterialKind kind) => kind switch
    {
        MaterialKind.Message => LineKind.Message,
        MaterialKind.Edit => LineKind.Edit,
        MaterialKind.Deletion => LineKind.Deletion,
        MaterialKind.Reply => LineKind.Reply,
        MaterialKind.Note => LineKind.Note,
        MaterialKind.Deed => LineKind.Deed,
    };
}
