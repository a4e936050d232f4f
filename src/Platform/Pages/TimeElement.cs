using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace PoliceSocial.Platform.Pages;

/// <summary>
/// What <c>&lt;when at="@item.SentAt" as="age" /&gt;</c> writes, for pages that write it in every line of a long list: a tag helper is
/// made, run and thrown away for each.
/// </summary>
/// <param name="at">The instant.</param>
public sealed class TimeElement(DateTimeOffset at) : IHtmlContent
{
    /// <summary>A time that counts up in the browser, and still reads rightly without script.</summary>
    public static TimeElement Age(DateTimeOffset at) => new(at);

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var local = ForceTime.Local(at);
        writer.Write("<time datetime=\"");
        writer.Write(ForceTime.Machine(at));
        writer.Write("\" title=\"");
        encoder.Encode(writer, local.ToString("dddd d MMMM yyyy, HH:mm:ss ", CultureInfo.CurrentCulture));
        writer.Write(ForceTime.Zone(at));
        writer.Write("\" data-clock=\"age\">");
        encoder.Encode(writer, local.ToString("ddd d MMMM, HH:mm", CultureInfo.CurrentCulture));
        writer.Write("</time>");
    }
}
