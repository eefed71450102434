namespace Tidemark.Collector.Diagnostics;

/// <summary>Resource usage of this process; all sizes in bytes.</summary>
/// <param name="AllocatedBytes">Managed memory allocated since the start, including what was collected.</param>
internal sealed record ProcessUsage(long AllocatedBytes, long HeapBytes, long ResidentBytes, double CpuSeconds, int QueuedOperations)
{
    public static ProcessUsage Now(int queued) => new(
        GC.GetTotalAllocatedBytes(),
        GC.GetTotalMemory(forceFullCollection: false),
        Environment.WorkingSet,
        Environment.CpuUsage.TotalTime.TotalSeconds,
        queued);
}
