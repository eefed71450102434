namespace Tidemark.Instrumentation.Processing;

/// <summary>Counts the active processors that add sessions to spans and logs: sessions are tracked while there are any.</summary>
internal static class SessionProcessors
{
    private static int _processors;
    private static int _spanProcessors;

    public static bool AreActive => Volatile.Read(ref _processors) > 0;

    /// <summary>Number of tracer providers that listen to our spans.</summary>
    public static int SpanProcessors => Volatile.Read(ref _spanProcessors);

    public static void AddSpans()
    {
        Interlocked.Increment(ref _spanProcessors);
        Add();
    }

    public static void RemoveSpans()
    {
        Interlocked.Decrement(ref _spanProcessors);
        Remove();
    }

    public static void Add() => Interlocked.Increment(ref _processors);

    public static void Remove() => Interlocked.Decrement(ref _processors);
}
