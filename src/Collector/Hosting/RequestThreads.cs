namespace Tidemark.Collector.Hosting;

/// <summary>
/// Threads for requests. Decoding and folding keep a thread for milliseconds; with one thread a processor, as is the default, a request
/// that can be refused at once waits until a thread is free, and under load the pool adds threads only slowly.
/// </summary>
internal static class RequestThreads
{
    private const int PerProcessor = 8;

    /// <summary>Lets the pool start as many threads without delay; an own setting of the runtime that asks for more is kept.</summary>
    public static void Reserve()
    {
        ThreadPool.GetMinThreads(out var workers, out var completionPorts);
        ThreadPool.SetMinThreads(Math.Max(workers, PerProcessor * Environment.ProcessorCount), completionPorts);
    }
}
