namespace Tidemark.Collector.Recognise.Mapping;

internal enum EventMeaning : byte
{
    /// <summary>Known and ignored: it repeats other reports.</summary>
    None,

    /// <summary>A finished unit of work.</summary>
    Operation,
    SessionStart,
    SessionEnd,

    /// <summary>Inside a span: the conversation's context was compacted.</summary>
    Compaction,
}
