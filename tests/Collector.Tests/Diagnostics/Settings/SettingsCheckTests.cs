using Microsoft.Extensions.Configuration;
using Tidemark.Collector.Diagnostics.Settings;

namespace Tidemark.Collector.Tests.Diagnostics.Settings;

public sealed class SettingsCheckTests
{
    [Theory]
    [InlineData("Tidemark:Store:RetentionDay", "Tidemark:Store:RetentionDays")]
    [InlineData("TIDEMARK:RECEIVE:HTPP", "Tidemark:Receive:Http")]
    [InlineData("Tidemark:Recieve:Http", "Tidemark:Receive")]
    [InlineData("Tidemark:Store:ApiKeys:0:Source", "Tidemark:Receive:ApiKeys")]
    [InlineData("Tidemark:Receive:ApiKeys:0:Sha265", "Tidemark:Receive:ApiKeys:0:Sha256")]
    [InlineData("Tidemark:Store:ConnectionString", "ConnectionStrings:Tidemark")]
    [InlineData("Tidemark:Derive:SlowLimits:Inferrence", "Tidemark:Derive:SlowLimits:Inference")]
    [InlineData("Tidemark:Query:Listen:0", "Tidemark:Query:Listen")]
    [InlineData("Tidmark:Receive:Http", "Tidemark")]
    [InlineData("ConnectionStrings:Tidemrak", "ConnectionStrings:Tidemark")]
    public void Run_MisspeltKey_NamesTheNearest(string key, string meant)
    {
        var fault = Assert.Single(Faults((key, "1")));

        Assert.Contains($"is not a setting; did you mean {meant}?", fault, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Run_KeyLikeNone_SaysWhereTheyAreListed()
    {
        Assert.Equal("Tidemark:Store:Wombat is not a setting; docs/configuration.md lists them all.", Assert.Single(Faults(("Tidemark:Store:Wombat", "1"))));
    }

    [Theory]
    [InlineData("Tidemark:Store:RetentionDays", "many", "a whole number")]
    [InlineData("Tidemark:Receive:MinBytesPerSecond", "fast", "a number")]
    [InlineData("Tidemark:Store:Prepare", "maybe", "true or false")]
    [InlineData("Tidemark:Content", "Keep", "one of Drop, Store")]
    [InlineData("Tidemark:Pipeline:MaxWait", "2s", "a time as d.hh:mm:ss")]
    [InlineData("Tidemark:Pipeline:MaxWait", "30", "a time as d.hh:mm:ss")]
    public void Run_ValueUnreadable_SaysWhatIsWanted(string key, string value, string wanted)
    {
        Assert.StartsWith($"{key} is '{value}'; it must be {wanted}", Assert.Single(Faults((key, value))));
    }

    [Theory]
    [InlineData("Tidemark:Recognise:Labels", "team", "Tidemark:Recognise:Labels is a list: set Tidemark:Recognise:Labels:0")]
    [InlineData("Tidemark:Recognise:Labels:first", "team", "Tidemark:Recognise:Labels is a list: its items are Tidemark:Recognise:Labels:0")]
    [InlineData("Tidemark:Receive", "on", "Tidemark:Receive has no value of its own")]
    public void Run_ValueInWrongPlace_SaysWhereItBelongs(string key, string value, string wanted) =>
        Assert.StartsWith(wanted, Assert.Single(Faults((key, value))));

    [Fact]
    public void Run_EverythingAsDocumented_FindsNothing()
    {
        var faults = Faults(
            ("TIDEMARK:STORE:RETENTIONDAYS", "60"),
            ("Tidemark:Store:Embedded:Settings:shared_buffers", "1GB"),
            ("Tidemark:Receive:ApiKeys:0:Source", "a"),
            ("Tidemark:Receive:Tls:Certificate", "a.pem"),
            ("Tidemark:Derive:SlowLimits:Tool", "00:01:00"),
            ("Tidemark:Derive:ContextThresholds:0", "70"),
            ("Tidemark:Derive:CostBudgetUsd", "2.5"),
            ("Tidemark:Pipeline:MaxWait", "00:00:02.5"),
            ("Tidemark:Diagnostics:OtlpEndpoint", "http://otel:4317"),
            ("Tidemark:Recognise:KeepAttributes:0", "app.*"),
            ("ConnectionStrings:Tidemark", "Host=db"),
            ("ConnectionStrings:Tidemrak", "of another program"),
            ("Logging:LogLevel:Default", "Warning"),
            ("tide", "of another program"));

        Assert.Empty(faults);
    }

    private static IReadOnlyList<string> Faults(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(
            setting.Key, (string?)setting.Value))).Build();
        return new SettingsCheck(configuration).Run();
    }
}
