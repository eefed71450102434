namespace Tidemark.Collector.Store.Maintenance;

/// <summary>Counts the deltas that this collector appended since its last merge: readers have to add up as many.</summary>
internal sealed class DeltaBacklog
{
    private long _appended;

    public long Appended => Interlocked.Read(ref _appended);

    public void Add(int deltas) => Interlocked.Add(ref _appended, deltas);

    public void Clear() => Interlocked.Exchange(ref _appended, 0);
}
