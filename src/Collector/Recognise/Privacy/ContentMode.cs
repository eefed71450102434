namespace Tidemark.Collector.Recognise.Privacy;

/// <summary>What happens to prompts, responses and tool payloads.</summary>
public enum ContentMode
{
    /// <summary>Dropped before the database, and counted.</summary>
    Drop,

    /// <summary>Kept in <c>operations.content</c>.</summary>
    Store,
}
