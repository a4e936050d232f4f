using System.Text;
using FluentValidation;
using PoliceSocial.Audit.Reading;
using PoliceSocial.Audit.Signing;
using PoliceSocial.Contracts;
using PoliceSocial.Contracts.Audit;
using PoliceSocial.Ledger.Notes;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Audit.Extracting;

/// <summary>Asks for the log of a period.</summary>
/// <param name="From">The first day, on the force's clock.</param>
/// <param name="To">The last day.</param>
/// <param name="Recipient">Who it is for.</param>
internal sealed record ExtractAsked(DateOnly From, DateOnly To, string Recipient);

/// <summary>Says what is wrong with the question, in the words of the form.</summary>
internal sealed class ExtractValidator : AbstractValidator<ExtractAsked>
{
    public ExtractValidator()
    {
        RuleFor(a => a.From).NotEqual(default(DateOnly)).WithMessage("Enter the first day");
        RuleFor(a => a.To).NotEqual(default(DateOnly)).WithMessage("Enter the last day");
        RuleFor(a => a.To).GreaterThanOrEqualTo(a => a.From).When(a => a.To != default).WithMessage("The last day must not be before the first");
        RuleFor(a => a.Recipient).NotEmpty().WithMessage("Enter who it is for");
        RuleFor(a => a.Recipient).MaximumLength(200).WithMessage("Who it is for must be 200 characters or less");
    }
}

/// <summary>
/// Gives an auditor, or an operator at the command line, what section 62 of the Data Protection Act 2018 asks to be logged, for any
/// period: entries stream from the ledger to the file, so that years take no more memory than a day. It rests on the newest checkpoint
/// and holds nothing that this does not cover. That it is given is on record before the first entry is read.
/// </summary>
internal sealed class MakeExtract(Store<AuditModule> store, SigningKey key, TellEntries tell, ActFactory acts) : IIcoExtract
{
    public static readonly ActKind Kind = new("audit.extract-for-ico");
    private const int AtOnce = 500;
    private const int LastFamily = (int)Family.Erased;

    public async Task<IcoExtractSummary> WriteAsync(string folder, DateOnly from, DateOnly to, string recipient, CancellationToken ct)
    {
        var asked = new ExtractAsked(from, to, recipient.Trim());
        if ((await new ExtractValidator().ValidateAsync(asked, ct)).Errors is [var wrong, ..])
            throw new InvalidOperationException($"{wrong.ErrorMessage}.");
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new IOException($"The folder {folder} is not empty. Name an empty one, or one that does not exist.");
        Directory.CreateDirectory(folder);
        return await WriteAsync(acts.ByCommandLine(Kind), asked, name => File.Create(Path.Combine(folder, name)), ct);
    }

    /// <summary>Writes its files, one after the other.</summary>
    /// <param name="act">Whose act it is.</param>
    /// <param name="asked">What is asked for.</param>
    /// <param name="open">Opens a file by its name.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IcoExtractSummary> WriteAsync(Act act, ExtractAsked asked, Func<string, Stream> open, CancellationToken ct)
    {
        var note = (await store.QueryAsync(CheckpointStatements.Latest, new { take = 1 }, ct)).SingleOrDefault()?.Note;
        if (note is null || SignedCheckpoint.Read(Encoding.UTF8.GetBytes(note))?.Checkpoint is not { Size: > 0 } checkpoint || await key.PublicAsync(ct) is not { } keys)
            throw new InvalidOperationException("Nothing of the ledger is signed yet. Start the service once, and try again in a minute.");
        var (from, to) = (ForceDay.Midnight(asked.From), ForceDay.Midnight(asked.To.AddDays(1)));

        // Before this act itself is an entry.
        var unsigned = await store.FindAsync(ExtractStatements.NotSigned, new { from, to, size = checkpoint.Size, lastFamily = LastFamily }, ct);
        await using (var session = await store.BeginAsync(act, ct))
        {
            session.Raise(new IcoExtractGiven(asked.Recipient, asked.From, asked.To, checkpoint.Size));
            await session.CommitAsync(ct);
        }

        var counts = await EntriesAsync(from, to, checkpoint.Size, open, ct);
        await TextAsync(open, "summary.html", ExtractPage.Write(asked, counts, unsigned, note, act.At), ct);
        await TextAsync(open, "checkpoint.txt", note, ct);
        await TextAsync(open, "log.pub", string.Concat(keys.Keys.Select(k => $"{k}\n")), ct);
        return new(counts.Values.Sum(), unsigned, checkpoint.Size, checkpoint.Root.ToBase64());
    }

    private async Task<IReadOnlyDictionary<(Family Family, string Type), long>> EntriesAsync(
        long from, long to, long size, Func<string, Stream> open, CancellationToken ct)
    {
        var counts = new Dictionary<(Family, string), long>();
        await using var file = new StreamWriter(open("entries.csv"), new UTF8Encoding(false)) { NewLine = "\r\n" };
        await file.WriteLineAsync(ExtractCsv.Header.AsMemory(), ct);
        for (var (at, number) = (from, -1L); ;)
        {
            var rows = await store.QueryAsync(ExtractStatements.After, new { at, number, to, size, lastFamily = LastFamily, take = AtOnce }, ct);
            foreach (var entry in await tell.HandleAsync(rows, ct))
            {
                await file.WriteLineAsync(ExtractCsv.Line(entry).AsMemory(), ct);
                var sort = ((Family)entry.Stored.Family, entry.Type);
                counts[sort] = counts.GetValueOrDefault(sort) + 1;
            }

            if (rows.Count < AtOnce)
                return counts;
            (at, number) = (rows[^1].At.ToMicroseconds(), rows[^1].Number);
        }
    }

    private static async Task TextAsync(Func<string, Stream> open, string name, string text, CancellationToken ct)
    {
        await using var file = new StreamWriter(open(name), new UTF8Encoding(false));
        await file.WriteAsync(text.AsMemory(), ct);
    }
}
