using System.Collections.Concurrent;
using Tidemark.Collector.Derive.Traces;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Traces;

namespace Tidemark.Collector.Pipeline.Lanes;

/// <summary>
/// Remembers the services whose calls another trace may report without a common id: those that report calls in two ways, one of them
/// without ids. Only their calls are worth a claim by time and tokens. Shared by the lanes.
/// </summary>
internal sealed class CallReporters(PipelineOptions options)
{
    // A second instrumentation usually reports within a service's first calls: until then the service may have one.
    private const int FirstCalls = 1000;

    private readonly ConcurrentDictionary<string, Reporting> _services = new(StringComparer.Ordinal);

    /// <summary>Services known now; at most <see cref="PipelineOptions.KnownServices"/>.</summary>
    public int Known => _services.Count;

    /// <summary>Records how calls were reported, before a lane stores any of their request.</summary>
    public void Learn(IEnumerable<Operation> operations)
    {
        foreach (var operation in operations)
        {
            if (Reported(operation) is not { } call) continue;
            if (!_services.TryGetValue(call.Series.Service, out var reporting))
            {
                // What is forgotten is learnt again; the cost is extra claims for the first calls.
                if (_services.Count >= options.KnownServices) _services.Clear();
                reporting = _services.GetOrAdd(call.Series.Service, _ => new Reporting(call.Reporter));
            }

            reporting.See(call);
        }
    }

    /// <summary>Claims for calls that another trace may report.</summary>
    public IEnumerable<TraceClaim> ClaimsOf(IReadOnlyList<Operation> stored) =>
        stored.Select(ReportedFacts.OfMirror).SelectMany(TraceClaims.Of).Concat(Claims(stored));

    /// <summary>Claims for calls that another trace may report without a common id.</summary>
    public IEnumerable<TraceClaim> Claims(IEnumerable<Operation> stored)
    {
        foreach (var operation in stored)
        {
            if (Reported(operation) is { } call && (!_services.TryGetValue(call.Series.Service, out var reporting) || reporting.MayBeTwo))
            {
                foreach (var claim in TraceClaims.Alike(call)) yield return claim;
            }
        }
    }

    // Failed calls have claims of their own.
    private static Operation? Reported(Operation operation) =>
        ReportedFacts.OfMirror(operation) is { IsModelCall: true, IsError: false } call ? call : null;

    private sealed class Reporting(short first)
    {
        private int _calls;
        private volatile bool _hasSecond;
        private volatile bool _hasCallsWithoutId;

        public bool MayBeTwo => _calls <= FirstCalls || (_hasSecond && _hasCallsWithoutId);

        public void See(Operation call)
        {
            if (call.Reporter != first) _hasSecond = true;
            if (call.ResponseHash is null) _hasCallsWithoutId = true;
            // Counts up to the limit only: after that, no shared cache line is written any more.
            if (_calls <= FirstCalls) Interlocked.Increment(ref _calls);
        }
    }
}
