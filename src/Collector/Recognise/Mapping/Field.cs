namespace Tidemark.Collector.Recognise.Mapping;

/// <summary>The canonical fields that dialects name in their own ways.</summary>
internal enum Field : byte
{
    Session,
    PreviousSession,
    Conversation,
    User,
    Agent,
    Workflow,
    Tool,
    Provider,
    RequestModel,
    ResponseModel,
    InputTokens,
    OutputTokens,
    CacheReadTokens,
    CacheWriteTokens,
    ReasoningTokens,

    /// <summary>Part of <see cref="CacheWriteTokens"/> that is kept for five minutes, and for an hour.</summary>
    CacheWriteShortTokens,
    CacheWriteHourTokens,

    /// <summary>The sum of input and output: shows what a sender leaves out of them.</summary>
    TotalTokens,
    ContextMax,
    ContextBefore,
    ContextAfter,
    Compacted,
    Cost,
    InputCost,
    OutputCost,

    /// <summary>The currency of a reported cost; USD where none is named.</summary>
    CostCurrency,
    ServiceTier,
    AudioInputTokens,
    AudioCacheReadTokens,
    AudioOutputTokens,
    ImageInputTokens,
    ImageOutputTokens,
    TimeToFirstToken,

    /// <summary>The time of the first token, as a date or in nanoseconds.</summary>
    FirstTokenAt,

    /// <summary>The provider's id of the answer.</summary>
    ResponseId,
    AgentId,
    ToolCallId,
    SessionName,
    Duration,
    ErrorType,
    StatusCode,

    /// <summary>An error in words, where nothing better gives its type.</summary>
    ErrorWord,

    /// <summary>An error's message: only its codes and names are read, never kept.</summary>
    ErrorText,
    Success,

    /// <summary>A flag that is true when the operation failed.</summary>
    Failed,

    /// <summary>A word for how the operation ended.</summary>
    Outcome,

    /// <summary>What a tool returned: only a sign of failure is read, never kept.</summary>
    ToolResult,
    FinishReason,
    CacheBackend,
    CacheHit,
    CacheStore,
    RequestBytes,
    ResponseBytes,
    Dependency,

    /// <summary>What the operation is called where no table of the dialect says it: an HTTP method, a database verb.</summary>
    Verb,

    EventName,
    Environment,

    /// <summary>A name that means agent, workflow or tool, depending on what the operation is.</summary>
    EntityName,
}
