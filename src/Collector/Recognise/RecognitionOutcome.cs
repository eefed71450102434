namespace Tidemark.Collector.Recognise;

internal enum RecognitionOutcome : byte
{
    /// <summary>Accepted, but nothing that Tidemark keeps.</summary>
    Ignored,

    /// <summary>A unit of work.</summary>
    Operation,

    /// <summary>
    /// The log-event form of a call whose span may come as well: it waits for the span named by its key's trace and span
    /// id (not its start) and becomes an operation only if none comes.
    /// </summary>
    EventForSpan,

    /// <summary>A session began or ended.</summary>
    SessionSignal,

    /// <summary>A metric's data point, to be kept.</summary>
    MetricPoint,

    /// <summary>Cannot be stored; the reason says why.</summary>
    Rejected,
}
