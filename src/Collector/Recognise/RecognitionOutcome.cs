namespace Tidemark.Collector.Recognise;

internal enum RecognitionOutcome : byte
{
    /// <summary>Accepted, but nothing that Tidemark keeps.</summary>
    Ignored,

    /// <summary>A unit of work.</summary>
    Operation,

    /// <summary>
    /// One of two forms of a call, the other of which holds more: the log event of a span, named by its key's trace and span id
    /// (not its start), or the MCP client's side of a tool run. It waits for the other and becomes an operation only if none comes.
    /// </summary>
    WaitsForSpan,

    /// <summary>A session began or ended.</summary>
    SessionSignal,

    /// <summary>A metric's data point, or an event that counts as one, to be kept.</summary>
    MetricPoint,

    /// <summary>Cannot be stored; the reason says why.</summary>
    Rejected,
}
