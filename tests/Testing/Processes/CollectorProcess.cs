using System.Collections.Concurrent;
using System.Diagnostics;

namespace Tidemark.Testing.Processes;

/// <summary>A process of the real collector executable on loopback ports.</summary>
internal sealed class CollectorProcess : IAsyncDisposable
{
    private const int OutputLines = 2000;
    private const int Attempts = 3;

    private static readonly TimeSpan ReadyDeadline = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan StopDeadline = TimeSpan.FromMinutes(2);

    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly ConcurrentQueue<string> _output = new();
    private CollectorPorts _ports = CollectorPorts.Free();
    private Process? _process;

    private CollectorProcess(IReadOnlyDictionary<string, string> settings) => _settings = settings;

    public Uri Grpc => new($"http://127.0.0.1:{_ports.Grpc}");

    public Uri Http => new($"http://127.0.0.1:{_ports.Http}");

    public Uri Api => new($"http://127.0.0.1:{_ports.Api}");

    public int Pid => Running.Id;

    public bool HasExited => Running.HasExited;

    public int ExitCode => Running.ExitCode;

    /// <summary>The latest output lines of all its runs.</summary>
    public string Output => string.Join('\n', _output);

    private Process Running => _process ?? throw new InvalidOperationException("The collector has not been started.");

    /// <summary>Starts a collector and waits until it is ready to commit.</summary>
    /// <param name="connectionString">Its database; null = embedded PostgreSQL.</param>
    /// <param name="settings">Configuration by key, such as <c>Tidemark:Receive:Http</c>.</param>
    /// <param name="waitUntilReady">False for tests of a collector that does not become ready.</param>
    public static async Task<CollectorProcess> StartAsync(
        string? connectionString,
        IReadOnlyDictionary<string, string>? settings = null,
        bool waitUntilReady = true,
        CancellationToken cancellationToken = default)
    {
        var all = new Dictionary<string, string>(settings ?? new Dictionary<string, string>());
        if (connectionString is not null) all["ConnectionStrings:Tidemark"] = connectionString;
        var collector = new CollectorProcess(all);
        try
        {
            await collector.RestartAsync(waitUntilReady, cancellationToken);
            return collector;
        }
        catch
        {
            // Otherwise it would keep running and slow all following tests.
            await collector.DisposeAsync();
            throw;
        }
    }

    /// <summary>Restarts it with the same ports and settings, after <see cref="KillAsync"/> or <see cref="StopAsync"/>.</summary>
    public async Task RestartAsync(bool waitUntilReady = true, CancellationToken cancellationToken = default)
    {
        var first = _process is null;
        for (var attempt = 1; ; attempt++)
        {
            _process?.Dispose();
            _process = Launch();
            if (!waitUntilReady || await IsReadyAsync(cancellationToken)) return;
            // A port was taken between its choice and bind: only in this case are new ports tried.
            if (!first || attempt == Attempts || !Output.Contains("address already in use", StringComparison.OrdinalIgnoreCase))
            {
                throw new InvalidOperationException($"The collector ended with code {_process.ExitCode} before it was ready:\n{Output}");
            }

            _ports = CollectorPorts.Free();
        }
    }

    /// <summary>Kills it with SIGKILL.</summary>
    public async Task KillAsync()
    {
        Running.Kill();
        await Running.WaitForExitAsync();
    }

    /// <summary>Stops it with SIGTERM and waits for its exit.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync(CancellationToken cancellationToken = default)
    {
        Signals.Terminate(Running);
        await Running.WaitForExitAsync(cancellationToken).WaitAsync(StopDeadline, TimeProvider.System, cancellationToken);
        return Running.ExitCode;
    }

    /// <summary>Pauses it with SIGSTOP, with its locks, leases and connections.</summary>
    public void Pause() => Signals.Pause(Running);

    /// <summary>Resumes it with SIGCONT.</summary>
    public void Resume() => Signals.Resume(Running);

    public async ValueTask DisposeAsync()
    {
        if (_process is null) return;
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private Process Launch()
    {
        var info = CollectorExecutable.StartInfo();
        Set("Tidemark:Receive:Grpc", $"127.0.0.1:{_ports.Grpc}");
        Set("Tidemark:Receive:Http", $"127.0.0.1:{_ports.Http}");
        Set("Tidemark:Query:Listen", $"127.0.0.1:{_ports.Api}");
        // Tests count the items that they send.
        Set("Tidemark:Diagnostics:Store", "false");
        foreach (var (key, value) in _settings) Set(key, value);

        var process = new Process { StartInfo = info };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;

        void Set(string key, string value) => CollectorExecutable.Set(info, key, value);
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        _output.Enqueue(line);
        while (_output.Count > OutputLines) _output.TryDequeue(out _);
    }

    /// <returns>False if it has exited.</returns>
    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = Api, Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            await Eventually.TrueAsync(
                async () => Running.HasExited || (await client.GetAsync(new Uri("/readyz", UriKind.Relative), cancellationToken)).IsSuccessStatusCode,
                ReadyDeadline,
                cancellationToken);
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"{e.Message}\n{Output}", e);
        }

        return !Running.HasExited;
    }
}
