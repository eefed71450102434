namespace Tidemark.Collector.Pipeline.Admission;

/// <summary>Room that one request holds from its admission to its answer.</summary>
internal sealed class Reservation(AdmissionControl control, IngestRequest request, long items, long admitted) : IDisposable
{
    public IngestRequest Request { get; } = request;

    /// <summary>Estimated at first, counted once the request is decoded.</summary>
    public long Items { get; set; } = items;

    /// <summary>Timestamp of the admission.</summary>
    public long Admitted { get; } = admitted;

    /// <summary>The request is decoded and holds so many items.</summary>
    public void Correct(long count) => control.Correct(this, count);

    /// <summary>The request is committed.</summary>
    public void Commit() => control.Release(this, isCommitted: true);

    /// <summary>Gives the room back; a no-op after <see cref="Commit"/>.</summary>
    public void Dispose() => control.Release(this, isCommitted: false);
}
