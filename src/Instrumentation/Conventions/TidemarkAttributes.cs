namespace Tidemark.Conventions;

/// <summary>Attribute names for facts that OpenTelemetry has no names for yet.</summary>
internal static class TidemarkAttributes
{
    /// <summary>One of <see cref="OperationKinds"/>.</summary>
    public const string OperationKind = "tidemark.operation.kind";

    /// <summary>The backend that answered: <c>redis</c>, <c>memory</c>, ...</summary>
    public const string CacheBackend = "tidemark.cache.backend";

    /// <summary>Boolean; absent for operations other than look-ups.</summary>
    public const string CacheHit = "tidemark.cache.hit";

    /// <summary>What the cache holds; <c>session</c> is the session store, whose fallback raises an event.</summary>
    public const string CacheStore = "tidemark.cache.store";

    /// <summary>Size of the model's context window, tokens.</summary>
    public const string ContextMax = "tidemark.context.max";

    /// <summary>Context size before a compaction, tokens.</summary>
    public const string ContextBefore = "tidemark.context.before";

    /// <summary>Context size after a compaction, tokens.</summary>
    public const string ContextAfter = "tidemark.context.after";

    /// <summary>Cost of the call as reported by the caller, USD, double.</summary>
    public const string CostUsd = "tidemark.cost.usd";

    /// <summary>Name of the service called.</summary>
    public const string Dependency = "tidemark.dependency";

    /// <summary>Why an export request was lost: <c>refused</c>, <c>bound</c>, <c>write_failed</c>.</summary>
    public const string ExportReason = "tidemark.export.reason";

    /// <summary><c>traces</c>, <c>metrics</c> or <c>logs</c>.</summary>
    public const string ExportSignal = "tidemark.export.signal";

    public const string RequestBytes = "tidemark.request.bytes";
    public const string ResponseBytes = "tidemark.response.bytes";
}
