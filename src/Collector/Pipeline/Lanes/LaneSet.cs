using Tidemark.Collector.Model;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Traces;
using Tidemark.Collector.Store.Lanes;

namespace Tidemark.Collector.Pipeline.Lanes;

/// <summary>All lanes; stops them after the last request has been answered.</summary>
internal sealed class LaneSet : IHostedService, IDisposable
{
    private readonly ILanePlan _plan;
    private readonly Lane[] _lanes;
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _giveUp = new();
    private readonly CallReporters _reporters;
    private readonly ILogger<LaneSet> _logger;
    private Task _running = Task.CompletedTask;
    private bool _isClosed;

    public LaneSet(LaneCommitFactory commits, ILanePlan plan, CallReporters reporters, PipelineOptions options, ILogger<LaneSet> logger)
    {
        _reporters = reporters;
        _logger = logger;
        _plan = plan;
        _lanes = [.. Enumerable.Range(0, plan.Count).Select(number => Create((short)number))];

        Lane Create(short number)
        {
            var server = plan.ServerOf(number);
            return new Lane(commits.Create(number, server), server, options);
        }
    }

    public int Count => _lanes.Length;

    /// <summary>Operations queued in all lanes.</summary>
    public int Queued => _lanes.Sum(lane => lane.Queued);

    /// <inheritdoc cref="ILanePlan.IsStrict"/>
    public bool IsStrict => _plan.IsStrict;

    public int NumberOf(short shard) => _plan.LaneOf(shard);

    /// <summary>If lanes are strict: the claims of a request's operations, by the lane that writes them.</summary>
    public ILookup<int, TraceClaim> ClaimsOf(IReadOnlyList<Operation> operations)
    {
        _reporters.Learn(operations);
        return _reporters.ClaimsOf(operations).ToLookup(claim => NumberOf(claim.Shard));
    }

    /// <summary>Queues all parts of a request, or none.</summary>
    /// <param name="parts">Parts by lane.</param>
    /// <returns>Null = queued.</returns>
    public PartResult? Enqueue(IReadOnlyDictionary<int, LanePart> parts)
    {
        if (!IsStrict) foreach (var part in parts.Values) _reporters.Learn(part.Operations);
        lock (_gate)
        {
            if (_isClosed) return PartResult.NotNow(RefusalCause.Stopping, "The collector is shutting down.");
            foreach (var (lane, part) in parts)
            {
                if (!_lanes[lane].HasRoomFor(part)) return PartResult.NotNow(RefusalCause.QueueFull, "The collector's queues are full.");
            }

            foreach (var (lane, part) in parts) _lanes[lane].Enqueue(part);
            return null;
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _running = Task.WhenAll(_lanes.Select(lane => Task.Run(() => lane.RunAsync(_giveUp.Token), CancellationToken.None)));
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _isClosed = true;
            foreach (var lane in _lanes) lane.Close();
        }

        await using (cancellationToken.Register(_giveUp.Cancel)) await _running;
        _logger.Drained();
    }

    public void Dispose() => _giveUp.Dispose();
}
