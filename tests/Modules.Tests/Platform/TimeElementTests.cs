using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;
using PoliceSocial.Platform.Pages;

namespace PoliceSocial.Modules.Tests.Platform;

public sealed class TimeElementTests
{
    [Theory]
    [InlineData("2026-11-21T02:00:07Z")]
    [InlineData("2026-10-25T00:30:00Z")]
    [InlineData("2026-10-25T01:30:00Z")]
    public void AnAge_ReadsAsTheTagHelperWritesIt(string at)
    {
        var instant = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture);
        var helper = new TagHelperOutput("when", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        new WhenTagHelper { At = instant, As = "age" }.Process(new([], new Dictionary<object, object>(), "one"), helper);
        using var expected = new StringWriter();
        using var actual = new StringWriter();
        helper.WriteTo(expected, HtmlEncoder.Default);
        TimeElement.Age(instant).WriteTo(actual, HtmlEncoder.Default);
        Assert.Equal(expected.ToString(), actual.ToString());
    }
}
