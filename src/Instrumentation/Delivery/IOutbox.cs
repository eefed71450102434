namespace Tidemark.Instrumentation.Delivery;

/// <summary>Keeps requests that could not be delivered, oldest first, within its bounds. Safe for several threads; never throws.</summary>
internal interface IOutbox : IDisposable
{
    /// <summary>Number of requests that wait.</summary>
    int Count { get; }

    /// <summary>Bytes that wait.</summary>
    long Bytes { get; }

    /// <summary>Where they wait, in words for the log.</summary>
    string Place { get; }

    /// <summary>Adds a request, and drops the oldest ones beyond the bound.</summary>
    /// <returns>How many requests were dropped.</returns>
    int Add(Signal signal, byte[] payload);

    /// <summary>The oldest request that waits, or the oldest behind <paramref name="after"/>.</summary>
    Letter? Oldest(Letter? after = null);

    /// <summary>Forgets a request that is done with.</summary>
    void Remove(Letter letter);

    /// <summary>Drops what is older than the bound, and takes over what processes of the past left.</summary>
    /// <returns>How many requests were dropped.</returns>
    int Tidy();
}
