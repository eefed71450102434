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
    ContextMax,
    ContextBefore,
    ContextAfter,
    Compacted,
    Cost,
    TimeToFirstToken,
    Duration,
    ErrorType,
    StatusCode,
    Success,
    FinishReason,
    CacheBackend,
    CacheHit,
    RequestBytes,
    ResponseBytes,
    Dependency,

    /// <summary>What the operation is called where no table of the dialect says it: an HTTP method, a database verb.</summary>
    Verb,

    /// <summary>What tells this call from others of its session, for events that carry no span id.</summary>
    CallId,
    Reason,
}
