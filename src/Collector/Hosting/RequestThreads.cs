namespace Tidemark.Collector.Hosting;

/// <summary>
/// Raises the minimum number of thread pool threads. Decoding and folding use a thread for milliseconds; with the default of one thread per
/// processor, a request that can be refused at once waits for a free thread, and under load the pool adds threads only slowly.
/// </summary>
internal static class RequestThreads
{
    private const int PerProcessor = 8;

    /// <summary>Sets the minimum; a higher one configured for the runtime is kept.</summary>
    public static void Reserve()
    {
        ThreadPool.GetMinThreads(out var workers, out var completionPorts);
        ThreadPool.SetMinThreads(Math.Max(workers, PerProcessor * Environment.ProcessorCount), completionPorts);
    }
}
