namespace Tidemark.Collector.Model;

/// <summary>Why a request was refused with a request to retry. The names are label values of the collector's metrics.</summary>
internal enum RefusalCause
{
    /// <summary>Requests accepted earlier would delay its commit beyond the limit.</summary>
    Overload,

    /// <summary>A lane's queue is full.</summary>
    QueueFull,

    /// <summary>The database accepts commits, but the oldest request has been waiting for far too long.</summary>
    Stalled,

    /// <summary>Accepted, but its commit did not start within the queue timeout.</summary>
    QueueTimeout,

    /// <summary>The database is unavailable.</summary>
    DatabaseAway,

    /// <summary>The transaction failed.</summary>
    NotCommitted,

    /// <summary>All requests together have reached the limit on bytes in memory.</summary>
    InFlightBytes,

    /// <summary>The request's deadline passed before its commit started.</summary>
    Deadline,

    /// <summary>The collector is shutting down.</summary>
    Stopping,

    /// <summary>The collector failed; the cause is in its log.</summary>
    Failed,
}
