using Tidemark.Testing.Databases;
using Tidemark.Testing.Processes;

namespace Tidemark.Collector.IntegrationTests.Diagnostics;

public sealed class CommandTests
{
    private static readonly Dictionary<string, string> Wrong = new()
    {
        ["Tidemark:Store:RetentionDays"] = "0",
        ["Tidemark:Query:MaxConnections"] = "0",
        ["Tidemark:Store:Embedded:Port"] = "-1",
        ["Tidemark:Pipeline:Lanes"] = "4",
        ["ConnectionStrings:Tidemark"] = "Host=db;Maximum Pool Size=5",
    };

    [Fact]
    public async Task Check_DefaultConfiguration_IsValid()
    {
        var (code, output) = await CollectorExecutable.RunAsync(new Dictionary<string, string>(), "--check");

        Assert.Equal((0, "The configuration is valid.\n"), (code, output));
    }

    [Theory]
    [InlineData("--check")]
    [InlineData("")]
    public async Task Start_SeveralErrors_TellsAllAndDoesNotStart(string command)
    {
        var (code, output) = await CollectorExecutable.RunAsync(Wrong, command);

        Assert.Equal(1, code);
        Assert.Contains("RetentionDays", output);
        Assert.Contains("MaxConnections", output);
        Assert.Contains("Tidemark:Store:Embedded:Port is -1", output);
        Assert.Contains("13 together, but ConnectionStrings:Tidemark allows 5", output);
        Assert.DoesNotContain("   at ", output);
    }

    [Fact]
    public async Task Start_ConnectionStringUnreadable_SaysSoAndTellsNoneOfIt()
    {
        var wrong = new Dictionary<string, string> { ["ConnectionStrings:Tidemark"] = "Host=db;Password=hush;hush=1" };

        var (code, output) = await CollectorExecutable.RunAsync(wrong, "--check");

        Assert.Equal(1, code);
        Assert.Contains("ConnectionStrings:Tidemark cannot be read", output, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HealthCheck_CollectorReady_Succeeds()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var collector = await CollectorProcess.StartAsync(database.ConnectionString);

        var (code, output) = await CollectorExecutable.RunAsync(new Dictionary<string, string> { ["Tidemark:Query:Listen"] = collector.Api.Authority }, "--healthcheck");

        Assert.Equal((0, "ready\n"), (code, output));
    }

    [Fact]
    public async Task HealthCheck_NobodyThere_Fails()
    {
        var (code, output) = await CollectorExecutable.RunAsync(new Dictionary<string, string> { ["Tidemark:Query:Listen"] = "127.0.0.1:1" }, "--healthcheck");

        Assert.Equal(1, code);
        Assert.Contains("No answer from 127.0.0.1:1", output);
    }
}
