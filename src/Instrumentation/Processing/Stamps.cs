namespace Tidemark.Instrumentation.Processing;

/// <summary>Counts the live processors that stamp sessions on spans and logs: sessions are kept track of while there are any.</summary>
internal static class Stamps
{
    private static int _processors;

    public static bool AreWanted => Volatile.Read(ref _processors) > 0;

    public static void Add() => Interlocked.Increment(ref _processors);

    public static void Remove() => Interlocked.Decrement(ref _processors);
}
