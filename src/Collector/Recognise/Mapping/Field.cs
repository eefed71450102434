namespace Tidemark.Collector.Recognise.Mapping;

/// <summary>The canonical fields, for which dialects have different keys.</summary>
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

    /// <summary>Parts of <see cref="CacheWriteTokens"/> that are cached for five minutes and for an hour.</summary>
    CacheWriteShortTokens,
    CacheWriteHourTokens,

    /// <summary>The sum of input and output, which shows what a sender excludes from them.</summary>
    TotalTokens,
    ContextMax,
    ContextBefore,
    ContextAfter,
    Compacted,
    Cost,
    InputCost,
    OutputCost,

    /// <summary>Currency of a reported cost; USD if none is sent.</summary>
    CostCurrency,
    ServiceTier,
    AudioInputTokens,
    AudioCacheReadTokens,
    AudioOutputTokens,
    ImageInputTokens,
    ImageOutputTokens,
    TimeToFirstToken,

    /// <summary>Time of the first token, as a date or in nanoseconds.</summary>
    FirstTokenAt,

    /// <summary>The provider's id of the response.</summary>
    ResponseId,
    AgentId,
    ToolCallId,
    SessionName,
    Duration,
    ErrorType,
    StatusCode,

    /// <summary>An error in words, if there is no better type.</summary>
    ErrorWord,

    /// <summary>An error message: only codes and names are read from it; it is never kept.</summary>
    ErrorText,
    Success,

    /// <summary>A flag that is true if the operation failed.</summary>
    Failed,

    /// <summary>A word for the outcome.</summary>
    Outcome,

    /// <summary>A tool's result: only a sign of failure is read from it; it is never kept.</summary>
    ToolResult,
    FinishReason,
    CacheBackend,
    CacheHit,
    CacheStore,
    RequestBytes,
    ResponseBytes,
    Dependency,

    /// <summary>Name of the operation if no table of the dialect has it: an HTTP method, a database verb.</summary>
    Verb,

    EventName,
    Environment,

    /// <summary>A name of an agent, workflow or tool, depending on the operation.</summary>
    EntityName,
}
