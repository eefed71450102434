namespace Tidemark.Collector.Recognise.Mapping;

internal enum EventMeaning : byte
{
    /// <summary>Known, and not worth keeping: it repeats what others report.</summary>
    None,

    /// <summary>A finished unit of work.</summary>
    Operation,
    SessionStart,
    SessionEnd,

    /// <summary>Inside a span: the conversation's context was made smaller.</summary>
    Compaction,
}
