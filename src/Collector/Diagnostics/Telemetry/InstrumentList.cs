using System.Diagnostics.Metrics;
using OpenTelemetry.Metrics;
using Tidemark.Collector.Model;
using Tidemark.Collector.Model.Rollups;

namespace Tidemark.Collector.Diagnostics.Telemetry;

/// <summary>
/// All instruments that are exported: the collector's own, and those of the runtime and the database client that dashboards show. Their
/// label values come from closed lists, so the number of series does not depend on the data received.
/// </summary>
internal static class InstrumentList
{
    public static readonly IReadOnlyList<string> Meters = [CollectorMeter.Name, "System.Runtime", "Npgsql"];

    /// <summary>More series than all instruments can have; beyond it the SDK aggregates into an overflow series.</summary>
    public const int SeriesPerInstrument = 200;

    // Their label values depend on the data received: aggregated.
    private const string Exceptions = "dotnet.exceptions";

    private static readonly HashSet<string> OfOthers =
    [
        "dotnet.process.cpu.time", "dotnet.process.memory.working_set", "dotnet.gc.collections", "dotnet.gc.pause.time",
        "dotnet.gc.last_collection.heap.size", "dotnet.thread_pool.queue.length", "dotnet.thread_pool.thread.count", Exceptions,
        "db.client.connection.count", "db.client.connection.max",
    ];

    /// <summary>Drops instruments that are not in the list, whatever later versions of those libraries add.</summary>
    public static MetricStreamConfiguration? Configure(Instrument instrument)
    {
        if (instrument.Meter.Name != CollectorMeter.Name && !OfOthers.Contains(instrument.Name)) return MetricStreamConfiguration.Drop;
        if (instrument.Name == Exceptions) return new MetricStreamConfiguration { TagKeys = [], CardinalityLimit = SeriesPerInstrument };
        return instrument is Histogram<double> or Histogram<long>
            ? new Base2ExponentialBucketHistogramConfiguration { MaxSize = 40, CardinalityLimit = SeriesPerInstrument }
            : new MetricStreamConfiguration { CardinalityLimit = SeriesPerInstrument };
    }
}
