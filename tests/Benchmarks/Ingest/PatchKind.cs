namespace Tidemark.Benchmarks.Ingest;

internal enum PatchKind
{
    TraceId,
    SpanId,

    /// <summary>Eight hexadecimal digits of a session's number.</summary>
    Session,

    /// <summary>Sixteen hexadecimal digits, unique per call.</summary>
    Call,

    /// <summary>A time relative to the moment of sending.</summary>
    Time,
}
