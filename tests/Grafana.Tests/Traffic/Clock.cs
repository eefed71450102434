namespace Tidemark.Grafana.Tests.Traffic;

/// <summary>Times in OTLP's format.</summary>
internal static class Clock
{
    private const ulong NanosecondsPerTick = 100;

    public static ulong Nanos(DateTimeOffset at) => (ulong)(at.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) * NanosecondsPerTick;
}
