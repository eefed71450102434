using Tidemark.Collector.Store;

namespace Tidemark.Collector.Pipeline.Lanes;

/// <summary>All lanes; stops them after the last request is answered.</summary>
internal sealed class LaneSet : IHostedService, IDisposable
{
    private readonly Lane[] _lanes;
    private readonly CancellationTokenSource _giveUp = new();
    private readonly ILogger<LaneSet> _logger;
    private Task _running = Task.CompletedTask;

    public LaneSet(LaneCommitFactory commits, Database database, PipelineOptions options, ILogger<LaneSet> logger)
    {
        _logger = logger;
        _lanes = [.. Enumerable.Range(0, options.Lanes).Select(number => new Lane(commits.Create((short)number), database, options))];
    }

    public int Count => _lanes.Length;

    /// <summary>Operations waiting in all lanes.</summary>
    public int Queued => _lanes.Sum(lane => lane.Queued);

    public Lane this[int number] => _lanes[number];

    public int NumberOf(short shard) => shard % _lanes.Length;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _running = Task.WhenAll(_lanes.Select(lane => Task.Run(() => lane.RunAsync(_giveUp.Token), CancellationToken.None)));
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var lane in _lanes) lane.Close();
        await using (cancellationToken.Register(_giveUp.Cancel)) await _running;
        _logger.Drained();
    }

    public void Dispose() => _giveUp.Dispose();
}
