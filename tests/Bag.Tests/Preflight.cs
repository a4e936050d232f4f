namespace PoliceSocial.Bag.Tests;

/// <summary>Apache PDFBox's preflight, which judges whether a file is PDF/A-1b; Debian's libpdfbox2-java has it, with libactivation-java and libjaxb-api-java.</summary>
internal static class Preflight
{
    private const string Jars = "/usr/share/java";

    public static Task<(int Code, string Said)> RunAsync(string folder, string pdf)
    {
        string[] jars = ["preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "javax.activation", "jaxb-api"];
        Assert.SkipUnless(jars.All(j => File.Exists($"{Jars}/{j}.jar")), "The PDF/A preflight (Debian's libpdfbox2-java, libactivation-java and libjaxb-api-java) is not installed.");
        return Tool.RunAsync(folder, "java", "-cp", string.Join(':', jars.Select(j => $"{Jars}/{j}.jar")), "org.apache.pdfbox.preflight.Validator_A1b", pdf);
    }
}
