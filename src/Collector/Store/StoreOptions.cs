using System.ComponentModel.DataAnnotations;

namespace Tidemark.Collector.Store;

/// <summary>Section <c>Tidemark:Store</c>.</summary>
internal sealed class StoreOptions
{
    public const string Section = "Tidemark:Store";
    public const string ConnectionName = "ConnectionStrings:Tidemark";
    public const string ReadConnectionName = $"{Section}:{nameof(ReadConnectionString)}";

    /// <summary>Days for which summaries are kept: rollups of an hour, sessions, the ledger.</summary>
    public const int SummaryDays = 400;

    /// <summary>From <c>ConnectionStrings:Tidemark</c>; null = the embedded PostgreSQL.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>A replica that the HTTP API, the exports and the live stream read from. Null = the database that is written to.</summary>
    public string? ReadConnectionString { get; set; }

    /// <summary>File with the password for the connection strings: a container's secret. Null = as they say.</summary>
    public string? PasswordFile { get; set; }

    /// <summary>
    /// File with the password of the role <c>tidemark_reader</c>, with which Grafana reads; the collector makes the role.
    /// Null = leave the role alone (the embedded PostgreSQL makes a password of its own).
    /// </summary>
    public string? ReaderPasswordFile { get; set; }

    /// <summary>How long a statement may take before the batch is given back to its sender as "try again". Default 15 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan CommandTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a statement may wait for a row that another session holds. Default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan LockTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest statement of the role <c>tidemark_reader</c>; its session is ended when it has lifted its own limit. Default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan ReaderStatementTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest transaction of the role <c>tidemark_reader</c>, idle or not; beyond it its session is ended. Default 60 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan ReaderTransactionTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How long a start waits for a database that cannot be reached before it fails. Null (default) = however long; senders are asked to retry meanwhile.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "1.00:00:00")]
    public TimeSpan? StartTimeout { get; set; }

    /// <summary>How often an unreachable database is tried again. Default 500 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:01:00")]
    public TimeSpan ProbeInterval { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Connections for reading: live subscribers that resume, the HTTP API. Default 8.</summary>
    [Range(2, 1000)]
    public int ReadConnections { get; set; } = 8;

    /// <summary>Days for which operations, events and metric points are kept. Default 30.</summary>
    [Range(1, 3650)]
    public int RetentionDays { get; set; } = 30;

    /// <summary>Days for which partitions are made ahead. Default 3.</summary>
    [Range(1, 30)]
    public int PartitionsAhead { get; set; } = 3;

    /// <summary>How often partitions are made and dropped. Default 1 h.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan PartitionInterval { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How often the rolling windows are worked out. Default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.5", "00:05:00")]
    public TimeSpan WindowInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often rollups are compared with raw operations. Default 10 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan CheckInterval { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How often deltas are merged into the rollups, unless many wait. Default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan MergeInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Deltas merged in one transaction at most; as many waiting are merged before the interval is over. Default 8,000.</summary>
    [Range(1, 100_000)]
    public int MergeBatch { get; set; } = 8_000;

    /// <summary>How long rollups of 10 s are kept; later answers are exact to 5 min. Default 6 h.</summary>
    [Range(typeof(TimeSpan), "02:00:00", "35.00:00:00")]
    public TimeSpan TenSecondRollups { get; set; } = TimeSpan.FromHours(6);

    /// <summary>How long rollups of 5 min are kept; later answers are exact to the hour. Default 35 days.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "400.00:00:00")]
    public TimeSpan FiveMinuteRollups { get; set; } = TimeSpan.FromDays(35);

    /// <summary>
    /// How many different series the collector remembers the numbers of; beyond it the oldest are forgotten. Default 100,000.
    /// </summary>
    [Range(1000, 10_000_000)]
    public int RememberedSeries { get; set; } = 100_000;

    /// <summary>
    /// Combinations of what many operations have in common (models, labels, attributes that rarely differ) that are stored once and
    /// remembered. What comes beyond stays in the operations' own rows. Default 50,000.
    /// </summary>
    [Range(0, 10_000_000)]
    public int Traits { get; set; } = 50_000;

    /// <summary>Different values of an attribute up to which it counts as one that operations have in common. Default 32.</summary>
    [Range(1, 100_000)]
    public int TraitValues { get; set; } = 32;

    /// <summary>Attribute keys that can be in common; later ones stay in the operations' own rows. Default 2,000.</summary>
    [Range(1, 1_000_000)]
    public int TraitKeys { get; set; } = 2_000;

    /// <summary>
    /// Whether a pooler in transaction mode (PgBouncer, for one) stands before the database: settings are then made in each transaction instead
    /// of when a connection starts, and nothing is left in a session. Default false.
    /// </summary>
    public bool TransactionPooler { get; set; }

    /// <summary>
    /// Prepare statements on the server. Default: unless there is a <see cref="TransactionPooler"/>, as not all of those carry them over.
    /// </summary>
    public bool? Prepare { get; set; }
}
