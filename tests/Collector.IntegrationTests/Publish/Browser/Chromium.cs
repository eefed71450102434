using System.Diagnostics;
using System.Text.Json.Nodes;
using Tidemark.Testing;

namespace Tidemark.Collector.IntegrationTests.Publish.Browser;

/// <summary>A headless browser with a page.</summary>
internal sealed class Chromium : IDisposable
{
    private readonly TemporaryDirectory _profile = new();
    private readonly Process _process;

    private Chromium(Uri page)
    {
        var executable = Executable ?? throw new InvalidOperationException("There is no Chromium here: apt-get install chromium.");
        string[] quiet =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
        ];
        var info = new ProcessStartInfo(executable, [.. quiet, "--remote-debugging-port=0", $"--user-data-dir={_profile.Path}", page.ToString()])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // It writes to a writable folder, not next to the sources.
            Environment = { ["HOME"] = _profile.Path },
        };
        _process = Process.Start(info)!;
        // Read only because a full pipe would block it.
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Its path on Debian and Ubuntu, Fedora and Arch; null = not installed.</summary>
    public static string? Executable { get; } = (
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        from name in new[] { "chromium", "chromium-browser" }
        let path = Path.Combine(folder, name)
        where File.Exists(path)
        select path).FirstOrDefault();

    public static Chromium Open(Uri page) => new(page);

    /// <summary>DevTools endpoint of its first page.</summary>
    public async Task<Uri> DebuggerAsync()
    {
        var file = Path.Combine(_profile.Path, "DevToolsActivePort");
        var lines = await Eventually.GetAsync(
            async () => File.Exists(file) ? await File.ReadAllLinesAsync(file) : [], lines => lines.Length > 0, TimeSpan.FromSeconds(60),
            what: "the browser's debugging port");
        using var client = new HttpClient();
        var pages = JsonNode.Parse(await client.GetStringAsync(new Uri($"http://127.0.0.1:{lines[0]}/json/list")))!.AsArray();
        return new Uri(pages.First(page => page!["type"]!.ToString() == "page")!["webSocketDebuggerUrl"]!.ToString());
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        _profile.Dispose();
    }
}
