using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation.Tests.Testing;

/// <summary>Collects the library's measurements. Other tests may run in parallel: filter by a unique value.</summary>
internal sealed class MetricRecorder : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<Instrument> _instruments = new();
    private readonly ConcurrentQueue<Measured> _measured = new();

    public MetricRecorder()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name != TidemarkSource.Name)
                return;

            _instruments.Enqueue(instrument);
            listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => _measured.Enqueue(new(instrument, value, tags.ToArray())));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => _measured.Enqueue(new(instrument, value, tags.ToArray())));
        _listener.Start();
    }

    /// <summary>All of them, used or not.</summary>
    public IReadOnlyList<Instrument> Instruments => [.. _instruments];

    public IReadOnlyList<Measured> With(string key, object value) =>
        [.. _measured.Where(measured => measured.Tags.TryGetValue(key, out var found) && Equals(found, value))];

    public void Dispose() => _listener.Dispose();
}
