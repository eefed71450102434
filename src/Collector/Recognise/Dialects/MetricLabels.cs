namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>
/// Attributes of data points that are not content, although they could be on a span or log record: those of the collector itself, the host
/// metrics and PostgreSQL receivers, and model servers. Without them, states, devices or directions would be
/// indistinguishable. Sources: opentelemetry-collector-contrib, receiver/hostmetricsreceiver and receiver/postgresqlreceiver, metadata.yaml;
/// docs.vllm.ai, "Production metrics".
/// </summary>
internal static class MetricLabels
{
    public static readonly string[] All =
    [
        // The collector's own.
        "signal", "lane", "cause",
        // Machines and processes.
        "state", "direction", "mode", "type", "status", "protocol", "family", "device", "mountpoint", "interface", "cpu", "core", "gpu", "pci_bus_id",
        "modelName",
        // Servers, pools and databases.
        "source", "operation", "level", "heap", "pool", "pool.name", "kind", "outcome", "reason", "code", "method", "result", "database", "table", "relation",
        "index", "postgresql.database.name", "postgresql.schema.name", "postgresql.table.name", "postgresql.index.name",
        // Model servers, collectors and scraped series.
        "model_name", "engine", "finished_reason", "receiver", "exporter", "processor", "transport", "data_type", "le", "quantile", "instance", "job", "pod",
        "namespace", "container", "node",
    ];
}
