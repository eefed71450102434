using Tidemark.Instrumentation.Export;
using Tidemark.Instrumentation.Tests.Testing;
using Tidemark.Testing;

namespace Tidemark.Instrumentation.Tests.Export;

/// <summary>Sets an environment variable of the process: not parallel.</summary>
[Collection(nameof(Alone))]
public sealed class CertificateTests : IDisposable
{
    private const string Certificate = "OTEL_EXPORTER_OTLP_CERTIFICATE";
    private readonly TemporaryDirectory _directory = new();

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Certificate, null);
        _directory.Dispose();
    }

    [Fact]
    public void Exporter_CertificateCannotBeRead_SaysWhy()
    {
        var file = Path.Combine(_directory.Path, "ca.pem");
        File.WriteAllText(file, "not a certificate");
        Environment.SetEnvironmentVariable(Certificate, file);
        using var exporter = new TidemarkExporter(
            "app", new TidemarkExportOptions(), new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build(), appExporters: null, static () => null);

        Assert.Contains(file, Assert.Single(exporter.Problems), StringComparison.Ordinal);
    }
}
