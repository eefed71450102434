using Tidemark.Collector.Store.Maintenance;

namespace Tidemark.Collector.Store.Distributed;

/// <summary>
/// Every table and every pass of a distributed database. Rows of a session or trace are on the workers; what is merged from them, small, or written by
/// one collector at a time is on the coordinator, where queries join it without the network.
/// </summary>
internal static class Placements
{
    public const string Shard = "shard";
    public const string Slot = "slot";

    public static IReadOnlyList<TablePlacement> Tables { get; } =
    [
        new("operations", Placement.Shards, Shard),
        new("sessions", Placement.Shards, Shard),
        new("conversations", Placement.Shards, Shard),
        new("session_events", Placement.Shards, Shard),
        new("metric_points", Placement.Shards, Shard),
        new("metric_streams", Placement.Shards, Shard),
        new("monitors", Placement.Everywhere),
        new("trace_queue", Placement.Shards, Shard),
        new("trace_facts", Placement.Shards, Shard),
        new("trace_claims", Placement.Shards, Shard),
        new("ledger", Placement.Shards, Shard),
        new("ignored_scopes", Placement.Shards, Shard),
        new("rollup_deltas", Placement.Shards, Slot),
        new("coding_counts", Placement.Shards, Slot),
        new("series", Placement.Everywhere),
        new("traits", Placement.Everywhere),
        new("user_names", Placement.Everywhere),
        new("rollups", Placement.Coordinator),
        new("rollup_tiers", Placement.Coordinator),
        new("rollup_checks", Placement.Coordinator),
        new("payers", Placement.Coordinator),
        new("payer_rollups", Placement.Coordinator),
        new("label_values", Placement.Coordinator),
        new("windows", Placement.Coordinator),
        new("windows_current", Placement.Coordinator),
        new("budgets", Placement.Coordinator),
        new("budget_marks", Placement.Coordinator),
        new("plans", Placement.Coordinator),
        new("model_prices", Placement.Coordinator),
        new("alert_limits", Placement.Coordinator),
        new("links", Placement.Coordinator),
        new("leases", Placement.Coordinator),
        new("jobs", Placement.Coordinator),
        new("migrations", Placement.Coordinator),
        new("streamed_events", Placement.Coordinator),
        new("stream_positions", Placement.Coordinator),
        new("stream_shards", Placement.Coordinator),
    ];

    public static IReadOnlyList<PassPlacement> Passes { get; } =
    [
        new("Ingest", Placement.Shards, null),
        new("Numbers of series and traits", Placement.Coordinator, Job.Numbering),
        new("Settling traces, amendments", Placement.Coordinator, Job.Settling),
        new("Merging deltas into rollups", Placement.Coordinator, "rollup_tiers"),
        new("Ending silent sessions", Placement.Coordinator, Job.Sweep),
        new("Rolling windows", Placement.Coordinator, Job.Windows),
        new("Budgets", Placement.Coordinator, Job.Budgets),
        new("Partitions, retention", Placement.Coordinator, "migrations"),
        new("Comparison of rollups and operations", Placement.Coordinator, null),
        new("Reprice, forget", Placement.Coordinator, null),
        new("Relay of events to the live stream", Placement.Shards, Job.Relay),
    ];
}
