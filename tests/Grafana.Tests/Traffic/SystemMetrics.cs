using Tidemark.Testing.Otlp;

namespace Tidemark.Grafana.Tests.Traffic;

/// <summary>Metrics of runtimes, containers, hosts and databases, by their conventional names.</summary>
internal static class SystemMetrics
{
    public static IEnumerable<OtlpMetric> Gauges(DateTimeOffset at, double disk = 0.4, double memory = 0.5) =>
    [
        Gauge("dotnet.process.memory.working_set", "By", at, 2.1e8),
        Gauge("dotnet.thread_pool.queue.length", "{work_item}", at, 1),
        Gauge("container.memory.usage", "By", at, 3e8, ("container.name", "checkout")),
        Gauge("system.cpu.utilization", "1", at, 0.3, ("cpu.mode", "user")),
        Gauge("system.cpu.utilization", "1", at, 0.6, ("cpu.mode", "idle")),
        Gauge("system.memory.utilization", "1", at, memory, ("system.memory.state", "used")),
        Gauge("system.filesystem.utilization", "1", at, disk, ("system.filesystem.mountpoint", "/")),
        Gauge("postgresql.backends", "1", at, 7, ("postgresql.database.name", "tidemark")),
        Gauge("db.client.connection.count", "{connection}", at, 4, ("db.client.connection.state", "used")),
    ];

    /// <summary>Cumulative counters of a process that started at <paramref name="start"/>.</summary>
    public static IEnumerable<OtlpMetric> Counters(DateTimeOffset start, DateTimeOffset at, double value) =>
    [
        Counter("dotnet.process.cpu.time", "s", start, at, value, ("cpu.mode", "user")),
        Counter("process.cpu.time", "s", start, at, value, ("cpu.mode", "user")),
        Counter("dotnet.gc.collections", "{collection}", start, at, value, ("gc.heap.generation", "gen0")),
        Counter("dotnet.gc.pause.time", "s", start, at, value / 100),
        Counter("dotnet.exceptions", "{exception}", start, at, value, ("error.type", "System.TimeoutException")),
        Counter("container.cpu.time", "s", start, at, value, ("container.name", "checkout")),
        Counter("system.network.io", "By", start, at, value * 1e6, ("network.io.direction", "receive")),
        Counter("system.disk.io", "By", start, at, value * 1e6, ("disk.io.direction", "write")),
    ];

    private static OtlpMetric Gauge(string name, string unit, DateTimeOffset at, double value, params (string Key, string Value)[] attributes) =>
        new(name, OtlpMetric.Gauge, Point(at, at, value, attributes)) { Unit = unit };

    private static OtlpMetric Counter(
        string name, string unit, DateTimeOffset start, DateTimeOffset at, double value, params (string Key, string Value)[] attributes) =>
        new(name, OtlpMetric.Sum, Point(start, at, value, attributes)) { Unit = unit, Temporality = 2, IsMonotonic = true };

    private static OtlpPoint Point(DateTimeOffset start, DateTimeOffset at, double value, (string Key, string Value)[] attributes)
    {
        var labels = new OtlpAttributes();
        foreach (var (key, text) in attributes)
            labels.Add(key, text);
        return new OtlpPoint { StartNanos = Clock.Nanos(start), TimeNanos = Clock.Nanos(at), Value = value, Attributes = labels };
    }
}
