using System.Globalization;
using System.Text.RegularExpressions;
using Tidemark.Testing;
using Tidemark.Testing.Processes;

namespace Tidemark.Collector.IntegrationTests.Running;

/// <summary>The first steps of a new user: up, look, down.</summary>
public sealed class DevScriptTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryDirectory _temporary = new();
    private readonly DevScript _dev;

    public DevScriptTests() => _dev = new DevScript(State);

    private string State => Path.Combine(_temporary.Path, "state");

    public Task InitializeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Up_Detached_ShowsTheFleetUntilDown()
    {
        var (code, output) = await _dev.RunAsync("up", "--detach");
        Assert.True(code == 0, output);
        Assert.Contains("Grafana        not started: it could not be downloaded", output);
        Assert.Contains($"Is it arriving {_dev.Api}", output);

        var (ready, again) = await _dev.RunAsync("up");
        Assert.Equal(1, ready);
        Assert.Contains("it is up already", again);
        await Eventually.TrueAsync(
            async () => (await _dev.RunAsync("psql", "-Atc", "SELECT count(*) > 0 AND sum(total_tokens) > 0 FROM tidemark.sessions")).Output == "t\n",
            TimeSpan.FromMinutes(1));

        (code, output) = await _dev.RunAsync("down");
        Assert.True(code == 0, output);
        var proof = Regex.Match(output, "The demo sent ([0-9]+) operations; ([0-9]+) are stored(?:, ([0-9]+) wait)?");
        Assert.True(proof.Success && Number(proof.Groups[1]) == Number(proof.Groups[2]) + Number(proof.Groups[3]), output);
        Assert.Empty(Processes());

        (code, output) = await _dev.RunAsync("psql", "-c", "SELECT 1");
        Assert.Equal(1, code);
        Assert.Contains("the database is down: ./dev up starts it", output);
    }

    [Fact]
    public async Task Up_InForegroundAndTerminated_LeavesNoProcess()
    {
        using var up = _dev.Start("up", "--no-demo", "--no-grafana");
        while (await up.StandardOutput.ReadLineAsync() is { } line && !line.Contains("Ctrl-C", StringComparison.Ordinal))
        {
            // It prints this when all is up.
        }

        Assert.NotEmpty(Processes());
        Signals.Terminate(up);
        await up.WaitForExitAsync();

        Assert.Equal(143, up.ExitCode);
        Assert.Empty(Processes());
    }

    [Fact]
    public async Task Command_Unknown_SaysWhatThereIs()
    {
        var (code, output) = await _dev.RunAsync("upp");

        Assert.Equal(1, code);
        Assert.Contains("./dev up", output);
        Assert.Contains("there is no command 'upp'", output);
    }

    [Fact]
    public async Task Psql_NothingUpYet_SaysWhatToDo()
    {
        var (code, output) = await _dev.RunAsync("psql");

        Assert.Equal(1, code);
        Assert.Contains("./dev up", output);
    }

    public Task DisposeAsync() => _dev.RunAsync("down", "--purge");

    public void Dispose() => _temporary.Dispose();

    private static int Number(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;

    // All processes started by dev have its state folder on their command line.
    private string[] Processes() =>
    [
        .. from path in Directory.EnumerateDirectories("/proc")
           where int.TryParse(Path.GetFileName(path), out _)
           let command = CommandLine(path)
           where command.Contains(State, StringComparison.Ordinal)
           select command,
    ];

    private static string CommandLine(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline")).Replace('\0', ' ');
        }
        catch (IOException)
        {
            // It ended between the listing and the reading.
            return "";
        }
    }
}
