using System.ComponentModel.DataAnnotations;

namespace Tidemark.Collector.Pipeline;

/// <summary>Section <c>Tidemark:Pipeline</c>.</summary>
internal sealed class PipelineOptions
{
    public const string Section = "Tidemark:Pipeline";

    /// <summary>Number of lanes, each with one queue and one database connection. Default: one per processor, 2 to 8.</summary>
    [Range(1, 64)]
    public int Lanes { get; set; } = Math.Clamp(Environment.ProcessorCount, 2, 8);

    /// <summary>Maximum operations queued in one lane; beyond it senders are asked to retry. Default 50,000.</summary>
    [Range(1, 10_000_000)]
    public int QueuedOperations { get; set; } = 50_000;

    /// <summary>Maximum operations in one transaction (one request's part is never split for it). Default 10,000.</summary>
    [Range(1, 1_000_000)]
    public int BatchOperations { get; set; } = 10_000;

    /// <summary>Attempts at a transaction that conflicts with others, before senders are asked to retry. Default 3.</summary>
    [Range(1, 10)]
    public int Attempts { get; set; } = 3;

    /// <summary>
    /// Requests that would wait longer than this for their commit are refused before decoding. Estimated from the requests accepted and the
    /// rate of recent commits. Default 2 s.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan MaxWait { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long an accepted request waits for its commit to start before it is refused and not stored. Default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan QueueTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Delay sent if the collector is overloaded or the database is unavailable. Default 2 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long an operation without a session waits for another one of its trace to name one. Default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan BindingWait { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long usage reported by an agent or workflow waits for calls below it to report theirs. Default 60 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan UsageWait { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long an incomplete trace is kept in the settling queue: what arrives until then corrects what counts. Default 1 h.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan TraceRetention { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Maximum operations of related traces that are resolved together; larger traces count as they were reported. Default 20,000.
    /// </summary>
    [Range(100, 1_000_000)]
    public int TraceOperations { get; set; } = 20_000;

    /// <summary>Maximum operations of a session that an amendment folds again; for larger sessions only the sums are corrected. Default 20,000.</summary>
    [Range(100, 1_000_000)]
    public int RebuildOperations { get; set; } = 20_000;

    /// <summary>
    /// Maximum services for which the collector remembers how they report calls. Beyond it, the table is cleared and learnt
    /// again. Default 10,000.
    /// </summary>
    [Range(1, 10_000_000)]
    public int KnownServices { get; set; } = 10_000;

    /// <summary>Interval of the settling pass. Default 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:10:00")]
    public TimeSpan SettleInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Interval at which budgets are checked. Default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "1.00:00:00")]
    public TimeSpan BudgetInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Maximum budget values that are watched, those nearest to their limit first. Default 10,000.</summary>
    [Range(1, 1_000_000)]
    public int BudgetValues { get; set; } = 10_000;

    /// <summary>With a distributed database: interval at which the workers' events are relayed to the live stream. Default 200 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00.02", "00:01:00")]
    public TimeSpan RelayInterval { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>With a distributed database: maximum events of a worker relayed in one transaction. Default 5,000.</summary>
    [Range(1, 100_000)]
    public int RelayBatch { get; set; } = 5_000;

    /// <summary>Maximum traces, or sessions, settled in one transaction. Default 500.</summary>
    [Range(1, 100_000)]
    public int SettleBatch { get; set; } = 500;
}
