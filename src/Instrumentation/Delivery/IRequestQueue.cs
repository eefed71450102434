namespace Tidemark.Instrumentation.Delivery;

/// <summary>Stores undelivered requests, oldest first, within its bounds. Thread-safe; never throws.</summary>
internal interface IRequestQueue : IDisposable
{
    /// <summary>Number of waiting requests.</summary>
    int Count { get; }

    /// <summary>Whether one of them can be read; the others are kept, and tried again after the next <see cref="Tidy"/>.</summary>
    bool HasReadable { get; }

    /// <summary>Size of the waiting requests in bytes.</summary>
    long Bytes { get; }

    /// <summary>Where requests wait, for log messages.</summary>
    string Location { get; }

    /// <summary>Adds a request, and drops the oldest ones over the bound.</summary>
    AddOutcome Add(Signal signal, byte[] payload);

    /// <summary>The oldest waiting request that can be read, or the oldest one after <paramref name="after"/>.</summary>
    QueuedRequest? Oldest(QueuedRequest? after = null);

    /// <summary>Deletes a request that was delivered or dropped.</summary>
    void Remove(QueuedRequest request);

    /// <summary>Drops requests over the maximum age, and takes over those of processes that have ended.</summary>
    /// <returns>How many requests were dropped.</returns>
    int Tidy();
}
