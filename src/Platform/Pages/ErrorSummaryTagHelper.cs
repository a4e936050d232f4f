using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PoliceSocial.Platform.Pages;

/// <summary><c>&lt;error-summary of="ErrorSummary.Of(ModelState)" /&gt;</c> at the top of a page lists what is wrong, each with a link to its field; nothing where all is well.</summary>
[HtmlTargetElement("error-summary", Attributes = "of", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    /// <summary>What is wrong.</summary>
    public ErrorSummary Of { get; set; } = new([]);

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Of.Problems.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-error-summary");
        output.Attributes.SetAttribute("data-module", "govuk-error-summary");
        output.Attributes.SetAttribute(new TagHelperAttribute("data-failed"));
        output.Content.SetHtmlContent("<div role=\"alert\"><h2 class=\"govuk-error-summary__title\">");
        output.Content.Append(PlatformWords.Problem);
        output.Content.AppendHtml("</h2><div class=\"govuk-error-summary__body\"><ul class=\"govuk-list govuk-error-summary__list\">");
        foreach (var problem in Of.Problems)
            Write(output.Content, problem);
        output.Content.AppendHtml("</ul></div></div>");
    }

    private static void Write(TagHelperContent content, FieldProblem problem)
    {
        content.AppendHtml("<li>");
        if (problem.Id is { } id)
            content.AppendHtml("<a href=\"#").Append(id).AppendHtml("\">").Append(problem.Words).AppendHtml("</a>");
        else
            content.Append(problem.Words);
        content.AppendHtml("</li>");
    }
}
