using System.ComponentModel.DataAnnotations;

namespace Tidemark.Collector.Pipeline;

/// <summary>Section <c>Tidemark:Pipeline</c>.</summary>
internal sealed class PipelineOptions
{
    public const string Section = "Tidemark:Pipeline";

    /// <summary>Lanes: each is one queue and one database connection. Default: one per processor, 2 to 8.</summary>
    [Range(1, 64)]
    public int Lanes { get; set; } = Math.Clamp(Environment.ProcessorCount, 2, 8);

    /// <summary>Operations that may wait in one lane; beyond it senders are asked to retry. Default 50,000.</summary>
    [Range(1, 10_000_000)]
    public int QueuedOperations { get; set; } = 50_000;

    /// <summary>Operations in one transaction at most (one request's part is never split for it). Default 10,000.</summary>
    [Range(1, 1_000_000)]
    public int BatchOperations { get; set; } = 10_000;

    /// <summary>Attempts at a transaction that conflicts with others before senders are asked to retry. Default 3.</summary>
    [Range(1, 10)]
    public int Attempts { get; set; } = 3;

    /// <summary>
    /// A request that would wait longer than this for its commit is refused before it is decoded. Judged by what is accepted already
    /// and by the rate of recent commits. Default 2 s.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan MaxWait { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long an accepted request waits for its commit to begin before it is refused and not stored. Default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan QueueTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long senders are asked to wait after a refusal. Default 2 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long an operation without a session waits for another of its trace to name one. Default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan BindingWait { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the usage that an agent or workflow reports waits for calls below it to report theirs. Default 60 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan UsageWait { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a trace that is not whole is kept in view: what arrives of it until then corrects what counts. Default 1 h.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan TraceRetention { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Operations of related traces that are worked out together at most; those of larger traces count as they were reported. Default 20,000.
    /// </summary>
    [Range(100, 1_000_000)]
    public int TraceOperations { get; set; } = 20_000;

    /// <summary>Operations of a session up to which an amendment folds it again; of larger ones only the sums are corrected. Default 20,000.</summary>
    [Range(100, 1_000_000)]
    public int RebuildOperations { get; set; } = 20_000;

    /// <summary>
    /// Services of which it is remembered in how many ways they report calls. Beyond it, what is remembered is forgotten and learnt
    /// again. Default 10,000.
    /// </summary>
    [Range(1, 10_000_000)]
    public int KnownServices { get; set; } = 10_000;

    /// <summary>How often what waits is looked at. Default 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:10:00")]
    public TimeSpan SettleInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How often budgets are looked at. Default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "1.00:00:00")]
    public TimeSpan BudgetInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Values of budgets that are watched at most, those nearest to their limit. Default 10,000.</summary>
    [Range(1, 1_000_000)]
    public int BudgetValues { get; set; } = 10_000;

    /// <summary>Traces, or sessions, settled in one transaction at most. Default 500.</summary>
    [Range(1, 100_000)]
    public int SettleBatch { get; set; } = 500;
}
