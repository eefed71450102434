namespace Tidemark.Collector.Recognise;

internal enum RecognitionOutcome : byte
{
    /// <summary>Accepted, but not stored.</summary>
    Ignored,

    /// <summary>A unit of work.</summary>
    Operation,

    /// <summary>
    /// One of two forms of a call, the other of which has more facts: the log event of a span, identified by the trace and span id of its
    /// key (not its start), or the MCP client's side of a tool run. It waits for the other and becomes an operation only if none arrives.
    /// </summary>
    WaitsForSpan,

    /// <summary>The start or end of a session.</summary>
    SessionNotice,

    /// <summary>A data point, or an event stored as one.</summary>
    MetricPoint,

    /// <summary>Cannot be stored, for the given reason.</summary>
    Rejected,
}
