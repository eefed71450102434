namespace Tidemark.Collector.Pipeline.Admission;

/// <summary>Capacity reserved for one request from its admission to its answer.</summary>
internal sealed class Reservation(AdmissionControl control, IngestRequest request, long items, long admitted) : IDisposable
{
    public IngestRequest Request { get; } = request;

    /// <summary>Estimated at first, exact once the request is decoded.</summary>
    public long Items { get; set; } = items;

    /// <summary>Timestamp of the admission.</summary>
    public long Admitted { get; } = admitted;

    /// <summary>Sets the actual number of items after decoding.</summary>
    public void Correct(long count) => control.Correct(this, count);

    /// <summary>Marks the request as committed.</summary>
    public void Commit() => control.Release(this, isCommitted: true);

    /// <summary>Releases the capacity; no effect after <see cref="Commit"/>.</summary>
    public void Dispose() => control.Release(this, isCommitted: false);
}
