using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PoliceSocial.Platform.Pages;

/// <summary>
/// <c>&lt;when at="@item.SentAt" /&gt;</c> writes a <c>time</c> element: absolute words and zone in its title, and, where it counts,
/// a clock that ticks in the browser and still reads rightly without script.
/// </summary>
[HtmlTargetElement("when", Attributes = "at", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class WhenTagHelper : TagHelper
{
    /// <summary>The instant.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary><c>words</c> (Sat 21 November, 02:00; the default), <c>clock</c> (02:00), <c>age</c> (counts up) or <c>left</c> (counts down).</summary>
    public string As { get; set; } = "words";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", ForceTime.Machine(At));
        output.Attributes.SetAttribute("title", ForceTime.Absolute(At));
        if (As is "age" or "left")
            output.Attributes.SetAttribute("data-clock", As);
        output.Content.SetContent(As is "clock" ? ForceTime.Clock(At) : ForceTime.Words(At));
    }
}
