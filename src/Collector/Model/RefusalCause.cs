namespace Tidemark.Collector.Model;

/// <summary>Why a request was not taken that may be sent again. The names are label values of the collector's metrics.</summary>
internal enum RefusalCause
{
    /// <summary>What is accepted already takes longer to commit than a request may wait.</summary>
    Overload,

    /// <summary>A lane has as many operations in its queue as it may hold.</summary>
    QueueFull,

    /// <summary>The database takes commits, but the oldest request has been waiting for far too long.</summary>
    Stalled,

    /// <summary>Accepted, but its commit did not begin within the queue timeout.</summary>
    QueueTimeout,

    /// <summary>The database cannot be used.</summary>
    DatabaseAway,

    /// <summary>The transaction failed.</summary>
    NotCommitted,

    /// <summary>All requests together hold as many bytes as they may.</summary>
    InFlightBytes,

    /// <summary>The sender's or the collector's time for the request ran out before its commit began.</summary>
    Deadline,

    /// <summary>The collector is shutting down.</summary>
    Stopping,

    /// <summary>The collector failed; its log says why.</summary>
    Failed,
}
