namespace Tidemark.Grafana.Tests.Traffic;

/// <summary>Times as OTLP wants them.</summary>
internal static class Clock
{
    private const ulong NanosecondsPerTick = 100;

    public static ulong Nanos(DateTimeOffset at) => (ulong)(at.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) * NanosecondsPerTick;
}
