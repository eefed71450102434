namespace Tidemark.Collector.Store.Maintenance;

/// <summary>How many deltas this collector has appended since it last merged: readers have to add up as many.</summary>
internal sealed class DeltaBacklog
{
    private long _appended;

    public long Appended => Interlocked.Read(ref _appended);

    public void Add(int deltas) => Interlocked.Add(ref _appended, deltas);

    public void Clear() => Interlocked.Exchange(ref _appended, 0);
}
