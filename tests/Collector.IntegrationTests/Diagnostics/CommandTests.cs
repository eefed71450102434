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
        // Its own ports, because others may run on this machine.
        var ports = new Dictionary<string, string>
        {
            ["Tidemark:Receive:Grpc"] = "127.0.0.1:0",
            ["Tidemark:Receive:Http"] = "127.0.0.1:0",
            ["Tidemark:Query:Listen"] = "127.0.0.1:0",
        };

        var (code, output) = await CollectorExecutable.RunAsync(ports, "--check");

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
        Assert.Contains("16 together, but ConnectionStrings:Tidemark allows 5", output);
        Assert.DoesNotContain("   at ", output);
    }

    [Fact]
    public async Task Check_SeveralKindsOfErrors_TellsAllAtOnce()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var wrong = new Dictionary<string, string>
        {
            ["Tidemark:Receive:Grpc"] = $"{taken.LocalEndpoint}",
            ["Tidemark:Receive:Http"] = "127.0.0.1:0",
            ["Tidemark:Query:Listen"] = $"{taken.LocalEndpoint}",
            ["Tidemark:Receive:Tls:Certificate"] = "/nowhere/certificate.pem",
            ["Tidemark:Receive:MaxConnections"] = "some",
            ["Tidemark:Store:RetentionDay"] = "60",
        };

        var (code, output) = await CollectorExecutable.RunAsync(wrong, "--check");

        Assert.Equal(1, code);
        Assert.Contains($"Tidemark:Receive:Grpc: {taken.LocalEndpoint} cannot be opened: address already in use", output);
        Assert.Contains($"Tidemark:Query:Listen: {taken.LocalEndpoint} cannot be opened: address already in use", output);
        Assert.Contains("must name readable PEM files", output);
        Assert.Contains("Tidemark:Receive:MaxConnections is 'some'; it must be a whole number.", output);
        Assert.Contains("did you mean Tidemark:Store:RetentionDays?", output);
    }

    [Fact]
    public async Task Help_Asked_ListsEveryCommand()
    {
        var (code, output) = await CollectorExecutable.RunAsync(new Dictionary<string, string>(), "--help");

        Assert.Equal(0, code);
        foreach (var command in Collector.Diagnostics.Commands.CommandTable.All) Assert.Contains($"collector {command.Names[0]}", output);
    }

    [Fact]
    public async Task Version_Asked_IsTheBuilds()
    {
        var (code, output) = await CollectorExecutable.RunAsync(new Dictionary<string, string>(), "--version");

        Assert.Equal(0, code);
        Assert.StartsWith($"Tidemark collector {typeof(Collector.Store.StoreOptions).Assembly.GetName().Version!.ToString(3)}", output);
    }

    [Fact]
    public async Task Start_UnknownCommand_NamesTheNearest()
    {
        var (code, output) = await CollectorExecutable.RunAsync(new Dictionary<string, string>(), "--chekc");

        Assert.Equal((2, "collector: '--chekc' is neither a command nor a setting; did you mean --check?\n"), (code, output));
    }

    [Fact]
    public async Task Start_Collector_LogsListenersByNameAndMigrationsOnce()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var collector = await CollectorProcess.StartAsync(database.ConnectionString);

        var lines = collector.Output.Split('\n');

        Assert.All(lines, line => Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z [a-z]+: ", line));
        Assert.Contains(lines, line => line.EndsWith($" Receiving OTLP/gRPC on {collector.Grpc.Authority}", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.EndsWith($" Receiving OTLP/HTTP on {collector.Http.Authority}", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.EndsWith($" on {collector.Api.Authority}", StringComparison.Ordinal));
        Assert.Single(lines, line => line.Contains("migrations applied", StringComparison.Ordinal));
        Assert.DoesNotContain("Applied migration", collector.Output);
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

        var (code, output) = await CollectorExecutable.RunAsync(
            new Dictionary<string, string> { ["Tidemark:Query:Listen"] = collector.Api.Authority }, "--healthcheck");

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
