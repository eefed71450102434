using System.Diagnostics;
using Tidemark.Conventions;
using Tidemark.Instrumentation.Sessions;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation;

/// <summary>A look-up in, or a write to, a cache or session store.</summary>
public sealed class CacheOperation : TidemarkOperation
{
    internal static readonly CacheOperation None = new();

    private readonly string _backend = string.Empty;
    private string? _fallback;
    private bool? _hit;

    private CacheOperation()
    {
    }

    internal CacheOperation(string backend, string store, string action, in Identity identity, DateTimeOffset startTime)
        : base($"{action} {store}", ActivityKind.Client, identity, startTime)
    {
        _backend = backend;
        AddTag(TidemarkAttributes.OperationKind, OperationKinds.Cache);
        AddTag(TidemarkAttributes.CacheStore, store);
    }

    internal static bool IsObserved => TidemarkSource.Activities.HasListeners();

    /// <summary>Tells whether a look-up found what it sought.</summary>
    /// <param name="hit">Whether it did.</param>
    public void SetHit(bool hit) => _hit = hit;

    /// <summary>Tells that another backend had to answer.</summary>
    /// <param name="backend">The one that did, for example <c>memory</c> instead of <c>redis</c>.</param>
    public void SetFallback(string backend) => _fallback = backend;

    /// <inheritdoc/>
    private protected override void WriteSpan(Activity activity)
    {
        AddTag(TidemarkAttributes.CacheBackend, _fallback ?? _backend);
        if (_hit is { } hit)
            activity.AddTag(TidemarkAttributes.CacheHit, hit);
    }

    /// <inheritdoc/>
    private protected override void WriteMetrics(double seconds)
    {
    }
}
