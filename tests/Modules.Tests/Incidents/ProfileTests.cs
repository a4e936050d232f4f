using Microsoft.Extensions.Configuration;
using PoliceSocial.Incidents.Model;
using PoliceSocial.Incidents.Profiles;
using PoliceSocial.Platform;

namespace PoliceSocial.Modules.Tests.Incidents;

public sealed class ProfileTests
{
    private static readonly DateTimeOffset SummerNight = new(2026, 7, 1, 23, 30, 0, TimeSpan.Zero);

    [Fact]
    public void Profiles_OfThreeServicesShip()
    {
        Assert.Equal(["ambulance", "fire", "police"], ProfileFile.Shipped);
        Assert.All(ProfileFile.Shipped, key => Assert.Equal(key, ProfileFile.Read(key, ProfileFile.ShippedText(key)).Key));
    }

    [Fact]
    public void Profile_IsPoliceUnlessTheConfigurationSaysOtherwise()
    {
        Assert.Equal("police", ProfileFile.Load(With(null), null).Key);
        Assert.Equal("fire", ProfileFile.Load(With("fire"), null).Key);
        Assert.Contains("neither ships", Assert.Throws<InvalidOperationException>(() => ProfileFile.Load(With("navy"), null)).Message, StringComparison.Ordinal);
        Assert.Contains("not a path", Assert.Throws<InvalidOperationException>(() => ProfileFile.Load(With("../fire"), null)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Profile_InTheDataFolder_StandsInForTheShippedOne()
    {
        var folder = Directory.CreateTempSubdirectory("policesocial-profile-");
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "profiles"));
            File.WriteAllText(
                Path.Combine(folder.FullName, "profiles", "police.json"),
                ProfileFile.ShippedText("police").Replace("\"Antisocial behaviour\"", "\"Ymddygiad gwrthgymdeithasol\"", StringComparison.Ordinal));

            Assert.Equal("Ymddygiad gwrthgymdeithasol: Aimed at a person", ProfileFile.Load(With(null), new DataFolder(folder.FullName)).CategoryName("A1"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("\"reset\": \"Daily\"", "\"reset\": \"Hourly\"", "cannot be read")]
    [InlineData("{seq:0000} of {date:dd/MM/yyyy}", "{seq:0000}", "which day or year")]
    [InlineData("{seq:0000} of {date:dd/MM/yyyy}", "{date:dd/MM/yyyy}", "has no {seq}")]
    [InlineData("Europe/London", "Europe/Narnia", "time zone")]
    [InlineData("\"colour\": \"risk\"", "\"colour\": \"pink\"", "pink")]
    [InlineData("\"code\": \"A2\"", "\"code\": \"A1\"", "code of its own")]
    [InlineData("\"urbanMinutes\": 15", "\"urbanMinutes\": 0", "more than 0")]
    [InlineData("\"families\"", "\"familys\"", "cannot be read")]
    [InlineData("\"hours\": 24", "\"hours\": 0", "hours")]
    public void Profile_WithAMistake_IsRefusedInWords(string was, string now, string told)
    {
        var text = ProfileFile.ShippedText("police").Replace(was, now, StringComparison.Ordinal);
        Assert.Contains(told, Assert.Throws<InvalidOperationException>(() => ProfileFile.Read("police.json", text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Number_IsOfTheDayOnTheForcesOwnClock()
    {
        var police = ProfileFile.Read("police", ProfileFile.ShippedText("police")).Number;
        Assert.Equal("0042 of 02/07/2026", police.Of(42, SummerNight, rehearsal: false));
        Assert.Equal(20260702, police.PeriodOf(SummerNight, rehearsal: false));
        Assert.Equal(("EXERCISE 0001 of 02/07/2026", -20260702), (police.Of(1, SummerNight, rehearsal: true), police.PeriodOf(SummerNight, rehearsal: true)));
        Assert.Equal("FRS2026-000042", ProfileFile.Read("fire", ProfileFile.ShippedText("fire")).Number.Of(42, SummerNight, rehearsal: false));
        Assert.Equal("AMB-20260702-0042", ProfileFile.Read("ambulance", ProfileFile.ShippedText("ambulance")).Number.Of(42, SummerNight, rehearsal: false));
    }

    [Fact]
    public void Grade_HasATargetInTownAndInTheCountry()
    {
        var grade = ProfileFile.Read("police", ProfileFile.ShippedText("police")).Grades[0];
        Assert.Equal(TestForce.Start.AddMinutes(15), grade.RespondBy(Area.Urban, TestForce.Start));
        Assert.Equal(TestForce.Start.AddMinutes(20), grade.RespondBy(Area.Rural, TestForce.Start));
    }

    private static IConfiguration With(string? profile) =>
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [ProfileFile.Setting] = profile }).Build();
}
