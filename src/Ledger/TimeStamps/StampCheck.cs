using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PoliceSocial.Ledger.Export;
using PoliceSocial.Ledger.Notes;
using PoliceSocial.Ledger.Verify;

namespace PoliceSocial.Ledger.TimeStamps;

/// <summary>Checks a log's time-stamps: each must be genuine, and of a checkpoint that stands in the log.</summary>
internal sealed class StampCheck
{
    private readonly Dictionary<string, List<string>> _byText = new(StringComparer.Ordinal);
    private readonly X509Certificate2Collection _authorities;
    private readonly SortedSet<string> _strangers = new(StringComparer.Ordinal);
    private readonly int _log;
    private Fault? _fault;

    private StampCheck(int log, X509Certificate2Collection authorities) => (_log, _authorities) = (log, authorities);

    public long Genuine { get; private set; }

    public Notice? Notice => _strangers.Count == 0
        ? null
        : new(NoticeKind.AuthorityNotTrusted, _log, 0, $"Nobody vouched here for whoever signed the time-stamps of log {_log}: {string.Join("; ", _strangers)}. Give the authority's certificate, kept elsewhere.");

    public static StampCheck Begin(int log, string logFolder, X509Certificate2Collection authorities)
    {
        var check = new StampCheck(log, authorities);
        var folder = Path.Combine(logFolder, ExportLayout.TimeStamps);
        if (!Directory.Exists(folder))
            return check;

        foreach (var path in Directory.EnumerateFiles(folder, ExportLayout.TimeStampFiles).Order(StringComparer.Ordinal))
        {
            var text = Path.ChangeExtension(path, ".txt");
            var hash = File.Exists(text) ? Hash(File.ReadAllBytes(text)) : "";
            check._byText[hash] = [.. check._byText.GetValueOrDefault(hash, []), path];
        }

        return check;
    }

    /// <summary>Checks the time-stamps of a checkpoint that is proven to be the log's.</summary>
    public void See(SignedCheckpoint signed)
    {
        if (_byText.Count == 0)
            return;

        var text = signed.Note.TextBytes;
        if (_byText.Remove(Hash(text), out var paths))
        {
            foreach (var path in paths)
                Check(path, text, signed.Checkpoint);
        }
    }

    /// <summary>The first time-stamp that is wrong.</summary>
    public Fault? AtEnd() => _fault ?? (_byText.Values.FirstOrDefault() is [var path, ..]
        ? Wrong($"The time-stamp {Path.GetFileName(path)} of log {_log} is of no checkpoint that stands in the log.", 0)
        : null);

    private void Check(string path, byte[] text, Checkpoint checkpoint)
    {
        if (TimeStamp.Read(File.ReadAllBytes(path), text) is not { } stamp)
        {
            _fault ??= Wrong($"The time-stamp {Path.GetFileName(path)} of log {_log} is not genuine: its authority did not sign it for that checkpoint.", checkpoint.Size);
            return;
        }

        Genuine++;
        if (_authorities.Count == 0)
            _strangers.Add(stamp.Signer.Subject);
        else if (!stamp.IsVouchedForBy(_authorities))
            _fault ??= Wrong($"The time-stamp {Path.GetFileName(path)} of log {_log} was signed by {stamp.Signer.Subject}, for whom no given authority vouches.", checkpoint.Size);
    }

    private Fault Wrong(string what, long at) => new(FaultKind.TimeStampWrong, _log, at, at, $"{what} The entries themselves are whole.");

    private static string Hash(ReadOnlySpan<byte> text) => Convert.ToHexStringLower(SHA256.HashData(text));
}
