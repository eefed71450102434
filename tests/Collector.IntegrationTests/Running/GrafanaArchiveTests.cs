using System.Formats.Tar;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Tidemark.Testing;
using Tidemark.Testing.Processes;

namespace Tidemark.Collector.IntegrationTests.Running;

/// <summary>Tests <c>./dev grafana</c> with a local file server: accepted and refused downloads.</summary>
public sealed class GrafanaArchiveTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryDirectory _temporary = new();
    private readonly byte[] _archive = Archive("bin/grafana");
    private readonly WebApplication _server;
    private byte[] _served;
    private string _published;
    private int _downloads;

    public GrafanaArchiveTests()
    {
        _served = _archive;
        _published = Convert.ToHexStringLower(SHA256.HashData(_archive));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _server = builder.Build();
        _server.MapGet("/{file}", (string file) => Answer(file));
    }

    private string State => Path.Combine(_temporary.Path, "state");

    public Task InitializeAsync() => _server.StartAsync();

    [Fact]
    public async Task Grafana_ArchiveAsPublished_IsUnpackedAndDownloadedOnce()
    {
        var first = await Dev().RunAsync("grafana");
        Assert.True(first.ExitCode == 0, first.Output);

        var second = await Dev().RunAsync("grafana");

        Assert.True(File.Exists(Path.Combine(first.StandardOutput.Trim(), "bin", "grafana")), first.Output);
        Assert.Equal(first with { StandardError = "" }, second);
        Assert.Equal(1, _downloads);
        Assert.Empty(Directory.GetFiles(Path.Combine(State, "grafana")));
    }

    [Fact]
    public async Task Grafana_ChecksumDiffers_IsRefusedAndDeleted()
    {
        _published = new string('0', 64);

        var (code, output) = await Dev().RunAsync("grafana");

        Assert.Equal(1, code);
        Assert.Contains("it was deleted and not unpacked", output);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(State, "grafana")));
    }

    [Fact]
    public async Task Grafana_ArchiveWithoutTheProgram_IsRefused()
    {
        _served = Archive("README.md");
        _published = Convert.ToHexStringLower(SHA256.HashData(_served));

        var (code, output) = await Dev().RunAsync("grafana");

        Assert.Equal(1, code);
        Assert.Contains("holds no bin/grafana", output);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(State, "grafana")));
    }

    [Fact]
    public async Task Grafana_NoNetwork_SaysSo()
    {
        var (code, output) = await new DevScript(State).RunAsync("grafana");

        Assert.Equal(1, code);
        Assert.Contains("Grafana could not be downloaded from http://127.0.0.1:9/", output);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _temporary.Dispose();

    private DevScript Dev() => new(State, new Uri(_server.Urls.First()));

    private IResult Answer(string file)
    {
        if (file.EndsWith(".sha256", StringComparison.Ordinal)) return Results.Text(_published);
        Interlocked.Increment(ref _downloads);
        return Results.Bytes(_served);
    }

    private static byte[] Archive(string file)
    {
        using var content = new MemoryStream();
        using (var gzip = new GZipStream(content, CompressionLevel.Fastest))
        using (var tar = new TarWriter(gzip))
        {
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, $"grafana-of-this-test/{file}")
            {
                Mode = UnixFileMode.UserRead | UnixFileMode.UserExecute,
                DataStream = new MemoryStream("#!/bin/sh\n"u8.ToArray()),
            });
        }

        return content.ToArray();
    }
}
