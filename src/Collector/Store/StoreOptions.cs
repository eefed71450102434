using System.ComponentModel.DataAnnotations;
using Tidemark.Collector.Store.Distributed;

namespace Tidemark.Collector.Store;

/// <summary>Section <c>Tidemark:Store</c>.</summary>
internal sealed class StoreOptions
{
    public const string Section = "Tidemark:Store";
    public const string ConnectionName = "ConnectionStrings:Tidemark";
    public const string ReadConnectionName = $"{Section}:{nameof(ReadConnectionString)}";

    /// <summary>Retention of summaries in days: hourly rollups, sessions, the ledger.</summary>
    public const int SummaryDays = 400;

    /// <summary>From <c>ConnectionStrings:Tidemark</c>; null = the embedded PostgreSQL.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>
    /// Whether the tables are distributed over several servers; <c>collector --distribute</c> prepares a database for it. A collector does not start
    /// where the database disagrees. Default None: one PostgreSQL.
    /// </summary>
    public Distribution Distribution { get; set; }

    /// <summary>
    /// With Citus: shards of each table, and lanes of the collector. Set for <c>--distribute</c>; later it has to be as many as the database has. Default 16.
    /// </summary>
    [Range(1, 128)]
    public int Shards { get; set; } = 16;

    /// <summary>A replica for the HTTP API, exports and the live stream. Null = the primary database.</summary>
    public string? ReadConnectionString { get; set; }

    /// <summary>File with the password for the connection strings, such as a container's secret. Null = none.</summary>
    public string? PasswordFile { get; set; }

    /// <summary>
    /// File with the password of the role <c>tidemark_reader</c>, which Grafana uses; the collector creates the role.
    /// Null = the role is not managed (the embedded PostgreSQL generates a password).
    /// </summary>
    public string? ReaderPasswordFile { get; set; }

    /// <summary>Statement timeout, after which the senders of a batch are asked to retry. Default 15 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan CommandTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Lock timeout. Default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan LockTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Statement timeout of the role <c>tidemark_reader</c>; if it lifts the limit itself, its session is ended. Default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan ReaderStatementTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Maximum duration of a transaction of the role <c>tidemark_reader</c>, idle or not; then its session is ended. Default 60 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan ReaderTransactionTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How long a start waits for an unreachable database before it fails. Null (default) = forever; senders are asked to retry in the meantime.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "1.00:00:00")]
    public TimeSpan? StartTimeout { get; set; }

    /// <summary>Interval at which an unreachable database is tried again. Default 500 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:01:00")]
    public TimeSpan ProbeInterval { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Maximum connections for reading: live subscribers that resume, the HTTP API. Default 8.</summary>
    [Range(2, 1000)]
    public int ReadConnections { get; set; } = 8;

    /// <summary>Retention of operations, events and metric points in days. Default 30.</summary>
    [Range(1, 3650)]
    public int RetentionDays { get; set; } = 30;

    /// <summary>Number of days for which partitions are created ahead. Default 3.</summary>
    [Range(1, 30)]
    public int PartitionsAhead { get; set; } = 3;

    /// <summary>Interval at which partitions are created and dropped. Default 1 h.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan PartitionInterval { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Interval at which the rolling windows are computed. Default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.5", "00:05:00")]
    public TimeSpan WindowInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Interval at which rollups are compared with operations. Default 10 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan CheckInterval { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Interval at which deltas are merged into the rollups, unless many are waiting. Default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan MergeInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Maximum deltas merged in one transaction; this many waiting trigger a merge before the interval is over. Default 8,000.</summary>
    [Range(1, 100_000)]
    public int MergeBatch { get; set; } = 8_000;

    /// <summary>Retention of rollups of 10 s; later answers are exact to 5 min. Default 6 h.</summary>
    [Range(typeof(TimeSpan), "02:00:00", "35.00:00:00")]
    public TimeSpan TenSecondRollups { get; set; } = TimeSpan.FromHours(6);

    /// <summary>Retention of rollups of 5 min; later answers are exact to the hour. Default 35 days.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "400.00:00:00")]
    public TimeSpan FiveMinuteRollups { get; set; } = TimeSpan.FromDays(35);

    /// <summary>
    /// Maximum number of series whose numbers the collector caches; beyond it the oldest are evicted. Default 100,000.
    /// </summary>
    [Range(1000, 10_000_000)]
    public int RememberedSeries { get; set; } = 100_000;

    /// <summary>
    /// Maximum combinations of traits (models, labels, attributes that rarely differ) that are stored once and cached. Further ones are
    /// stored in the operations' own rows. Default 50,000.
    /// </summary>
    [Range(0, 10_000_000)]
    public int Traits { get; set; } = 50_000;

    /// <summary>Maximum distinct values of an attribute for it to be stored as a trait. Default 32.</summary>
    [Range(1, 100_000)]
    public int TraitValues { get; set; } = 32;

    /// <summary>Maximum attribute keys that can be traits; later ones stay in the operations' own rows. Default 2,000.</summary>
    [Range(1, 1_000_000)]
    public int TraitKeys { get; set; } = 2_000;

    /// <summary>
    /// Whether connections go through a pooler in transaction mode (such as PgBouncer): settings are then made in each transaction instead
    /// of at the start of a connection, and sessions keep no state. Default false.
    /// </summary>
    public bool TransactionPooler { get; set; }

    /// <summary>
    /// Whether to prepare statements on the server. Default: unless there is a <see cref="TransactionPooler"/>, as not all poolers support it.
    /// </summary>
    public bool? Prepare { get; set; }
}
