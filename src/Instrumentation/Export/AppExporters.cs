using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenTelemetry.Exporter;
using Tidemark.Instrumentation.Delivery;

namespace Tidemark.Instrumentation.Export;

/// <summary>
/// Detects which signals the app's own OTLP exporters send, and where to. An exporter reads its options while its provider is built, and
/// providers are built one signal at a time.
/// </summary>
internal sealed class AppExporters(IServiceCollection services) : IPostConfigureOptions<OtlpExporterOptions>
{
    /// <summary>Registered by <c>UseOtlpExporter()</c>, which reads the standard variables for all signals; the type is not public.</summary>
    private const string ForAllSignals = "OpenTelemetry.Exporter.UseOtlpExporterRegistration";

    private readonly object _gate = new();
    private readonly HashSet<(Signal Signal, Uri Endpoint)> _seen = [];
    private Signal? _building;

    /// <summary>Marks the signal whose provider is being built.</summary>
    public void Building(Signal signal)
    {
        lock (_gate)
            _building = signal;
    }

    public void PostConfigure(string? name, OtlpExporterOptions options)
    {
        lock (_gate)
        {
            if (_building is { } signal)
                _seen.Add((signal, options.Endpoint));
        }
    }

    /// <summary>Whether an exporter of the app sends the signal to the same receiver.</summary>
    public bool Sends(Signal signal, OtlpTarget target, OtlpTargets standard)
    {
        if (services.Any(static service => service.ServiceType.FullName == ForAllSignals) && standard[signal] is { } theirs && target.IsAt(theirs.Address))
            return true;

        lock (_gate)
            return _seen.Any(seen => seen.Signal == signal && target.IsAt(seen.Endpoint));
    }
}
