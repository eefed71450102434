namespace Tidemark.Collector.Hosting.Access;

/// <summary>What the holder of a key may do.</summary>
[Flags]
internal enum KeyRole
{
    /// <summary>Send telemetry to the OTLP ports.</summary>
    Send = 1,

    /// <summary>Read the HTTP API, the exports and the live stream.</summary>
    Read = 2,

    Both = Send | Read,
}
