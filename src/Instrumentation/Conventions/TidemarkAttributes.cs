namespace Tidemark.Conventions;

/// <summary>Attribute names for what OpenTelemetry has no name for yet.</summary>
internal static class TidemarkAttributes
{
    /// <summary>One of <see cref="OperationKinds"/>.</summary>
    public const string OperationKind = "tidemark.operation.kind";

    /// <summary>Which backend answered: <c>redis</c>, <c>memory</c>, ...</summary>
    public const string CacheBackend = "tidemark.cache.backend";

    /// <summary>Boolean; absent for operations that are not look-ups.</summary>
    public const string CacheHit = "tidemark.cache.hit";

    /// <summary>What the cache holds; <c>session</c> is the session store, whose fallback raises an event.</summary>
    public const string CacheStore = "tidemark.cache.store";

    /// <summary>Size of the model's context window, tokens.</summary>
    public const string ContextMax = "tidemark.context.max";

    /// <summary>Context size before a compaction, tokens.</summary>
    public const string ContextBefore = "tidemark.context.before";

    /// <summary>Context size after a compaction, tokens.</summary>
    public const string ContextAfter = "tidemark.context.after";

    /// <summary>What the call cost as the caller knows it, US dollars, double.</summary>
    public const string CostUsd = "tidemark.cost.usd";

    /// <summary>Name of the service called.</summary>
    public const string Dependency = "tidemark.dependency";

    /// <summary>Why a request of telemetry was given up: <c>refused</c>, <c>bound</c>.</summary>
    public const string ExportReason = "tidemark.export.reason";

    /// <summary><c>traces</c>, <c>metrics</c> or <c>logs</c>.</summary>
    public const string ExportSignal = "tidemark.export.signal";

    public const string RequestBytes = "tidemark.request.bytes";
    public const string ResponseBytes = "tidemark.response.bytes";
}
