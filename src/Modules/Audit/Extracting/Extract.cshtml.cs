using System.Globalization;
using System.IO.Compression;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;

namespace PoliceSocial.Audit.Extracting;

/// <summary>What section 62 asks to be logged, for a period, as a file to hand over.</summary>
[Authorize(Policy = AuditPermissions.Read)]
internal sealed class ExtractModel(MakeExtract make, ActFactory acts) : PageModel
{
    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? To { get; set; }

    [BindProperty]
    public string? Recipient { get; set; }

    public void OnGet() => Recipient = "The Information Commissioner";

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.Clear();
        var asked = new ExtractAsked(From ?? default, To ?? default, Recipient?.Trim() ?? "");
        foreach (var error in (await new ExtractValidator().ValidateAsync(asked, ct)).Errors)
            ModelState.AddModelError(error.PropertyName, error.ErrorMessage);
        if (!ModelState.IsValid)
            return Page();

        // Through a file that goes when it is closed: years of entries never stand in memory, and what fails is not half a download.
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
                await make.WriteAsync(acts.By(HttpContext.Person(), MakeExtract.Kind), asked, name => zip.CreateEntry(name, CompressionLevel.Fastest).Open(), ct);
            file.Position = 0;
            return File(file, "application/zip", string.Create(CultureInfo.InvariantCulture, $"section-62-{asked.From:yyyy-MM-dd}-to-{asked.To:yyyy-MM-dd}.zip"));
        }
        catch (InvalidOperationException e)
        {
            await file.DisposeAsync();
            ModelState.AddModelError(nameof(From), e.Message);
            return Page();
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
