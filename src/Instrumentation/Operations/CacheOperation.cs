using System.Diagnostics;
using Tidemark.Conventions;
using Tidemark.Instrumentation.Metrics;
using Tidemark.Instrumentation.Sessions;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation;

/// <summary>A look-up in, or a write to, a cache or session store.</summary>
public sealed class CacheOperation : TidemarkOperation
{
    internal static readonly CacheOperation None = new();

    private readonly string _store = string.Empty;
    private string _backend = string.Empty;
    private bool? _hit;

    private CacheOperation()
    {
    }

    internal CacheOperation(
        RecordingRules rules, string backend, string store, string action, in Identity identity, DateTimeOffset startTime)
        : base(rules, string.Concat(action, " ", store), ActivityKind.Client, identity, startTime)
    {
        _backend = backend;
        _store = store;
        if (Activity is not { IsAllDataRequested: true } activity)
            return;

        activity.AddKnown(TidemarkAttributes.OperationKind, OperationKinds.Cache);
        activity.AddKnown(TidemarkAttributes.CacheStore, store);
    }

    internal static bool IsObserved => TidemarkSource.Activities.HasListeners() || CacheMetrics.IsEnabled;

    /// <summary>Records whether a look-up was a hit.</summary>
    /// <param name="hit">Whether it was.</param>
    public void SetHit(bool hit)
    {
        if (IsRecording)
            _hit = hit;
    }

    /// <summary>Records that a fallback backend answered.</summary>
    /// <param name="backend">The backend that answered, for example <c>memory</c> instead of <c>redis</c>.</param>
    public void SetFallback(string backend)
    {
        if (IsRecording)
            _backend = backend ?? _backend;
    }

    /// <inheritdoc/>
    private protected override void WriteSpan(Activity activity)
    {
        activity.AddKnown(TidemarkAttributes.CacheBackend, _backend);
        if (_hit is { } hit)
            activity.AddTag(TidemarkAttributes.CacheHit, hit);
    }

    /// <inheritdoc/>
    private protected override void WriteMetrics(double seconds) => CacheMetrics.Record(_store, _backend, _hit, ErrorType);
}
