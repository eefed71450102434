namespace Tidemark.Collector.Hosting.Access;

/// <summary>What a key permits.</summary>
[Flags]
internal enum KeyRole
{
    /// <summary>Sending telemetry to the OTLP ports.</summary>
    Send = 1,

    /// <summary>Reading the HTTP API, exports and the live stream.</summary>
    Read = 2,

    Both = Send | Read,
}
