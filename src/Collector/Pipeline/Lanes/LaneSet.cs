using Tidemark.Collector.Model;
using Tidemark.Collector.Store;

namespace Tidemark.Collector.Pipeline.Lanes;

/// <summary>All lanes; stops them after the last request has been answered.</summary>
internal sealed class LaneSet : IHostedService, IDisposable
{
    private readonly Lane[] _lanes;
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _giveUp = new();
    private readonly CallReporters _reporters;
    private readonly ILogger<LaneSet> _logger;
    private Task _running = Task.CompletedTask;
    private bool _isClosed;

    public LaneSet(LaneCommitFactory commits, CallReporters reporters, Database database, PipelineOptions options, ILogger<LaneSet> logger)
    {
        _reporters = reporters;
        _logger = logger;
        _lanes = [.. Enumerable.Range(0, options.Lanes).Select(number => new Lane(commits.Create((short)number), database, options))];
    }

    public int Count => _lanes.Length;

    /// <summary>Operations queued in all lanes.</summary>
    public int Queued => _lanes.Sum(lane => lane.Queued);

    public int NumberOf(short shard) => shard % _lanes.Length;

    /// <summary>Queues all parts of a request, or none.</summary>
    /// <param name="parts">Parts by lane.</param>
    /// <returns>Null = queued.</returns>
    public PartResult? Enqueue(IReadOnlyDictionary<int, LanePart> parts)
    {
        foreach (var part in parts.Values) _reporters.Learn(part.Operations);
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
