using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Tidemark.Benchmarks.Derive;
using Tidemark.Collector.Derive;
using Tidemark.Collector.Derive.Monitors;
using Tidemark.Collector.Derive.Rollups;
using Tidemark.Collector.Derive.Sessions;
using Tidemark.Collector.Model;
using Tidemark.Collector.Model.Batches;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Store;
using Tidemark.Collector.Store.Lanes;
using Tidemark.Collector.Store.Maintenance;

namespace Tidemark.Benchmarks.Costs;

/// <summary>A lane without its queue: the collector's own store and fold, parts of which can be disabled.</summary>
internal sealed class BenchLane : IAsyncDisposable
{
    private readonly Random _random = new(7);
    private readonly Database _database = new(NullLogger<Database>.Instance);
    private readonly LaneWork _work;
    private readonly LanePart _part;
    private readonly BatchFold _fold;
    private readonly LaneStore _store;
    private ulong _last;

    public BenchLane(NpgsqlDataSource source, LaneWork work, LanePart part)
    {
        (_work, _part) = (work, part);
        _database.Use(source);
        var options = new DeriveOptions();
        var limits = new SlowLimits(options);
        _fold = new BatchFold(new SessionFold(options, limits, new Expiry(options)), new MonitorFold(options), new RollupFold(limits));
        var store = new StoreOptions();
        _store = new LaneStoreFactory(
            _database, new Transactions(store), new SeriesNumbers(_database, store), new TraitNumbers(_database, store, TimeProvider.System),
            new DeltaBacklog(), TimeProvider.System).Create((short)part);
    }

    public async Task RunAsync(int operations, CancellationToken cancellationToken)
    {
        for (var done = 0; done < operations; done += _work.Batch) await StoreAsync(Batch(Math.Min(_work.Batch, operations - done)), cancellationToken);
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    private async Task StoreAsync(List<Operation> batch, CancellationToken cancellationToken)
    {
        await _store.LearnAsync(batch, cancellationToken);
        await using var transaction = await _store.BeginAsync(cancellationToken);
        if (_part == LanePart.Operations)
        {
            await transaction.CopyAsync(batch, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return;
        }

        var state = await transaction.LockAsync(_fold.KeysOf(batch, []), cancellationToken);
        await transaction.CopyAsync(batch, cancellationToken);
        var folded = _fold.Apply(new BatchInput { State = state, Operations = batch });
        if (_part < LanePart.EventsAndLedger) folded = folded with { Events = [], Monitors = [] };
        if (_part < LanePart.Rollups) folded = folded with { Rollups = [] };
        await _store.LearnAsync(folded.Rollups.Select(delta => delta.Series), cancellationToken);
        LedgerDelta[] ledger = _part < LanePart.EventsAndLedger ? [] : [LedgerDelta.Of("bench", 1, batch.Count) with { Stored = batch.Count }];
        await transaction.WriteAsync(new LaneWrite { Folded = folded, Ledger = ledger }, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    // In order of time, so that no earlier rows are read; ids are random, as real ones are.
    private List<Operation> Batch(int count)
    {
        var end = TimeProvider.System.GetUtcNow().UtcDateTime;
        var start = end - _work.Span;
        var operations = FleetBatch.Of(_random, count, _work.Sessions).Select((operation, i) =>
        {
            var session = $"{_part}-{operation.SessionId}";
            var at = start + (_work.Span * ((double)i / count));
            var number = ++_last + ((ulong)_part << 40);
            return operation with
            {
                Key = new OperationKey(
                    new TraceId(Mix(number / 8), number / 8 + 1), new SpanId(Mix(~number)), Sharding.Of(session),
                    new DateTime(at.Ticks - (at.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc)),
                SessionId = session,
                UserId = "user-17",
                RequestModel = operation.Series.Model is { Length: > 0 } model ? model : null,
                FinishReason = operation.IsModelCall ? "stop" : null,
                Attributes = Encoding.UTF8.GetBytes(string.Create(
                    CultureInfo.InvariantCulture,
                    $$"""{"server.address":"api.example.com","server.port":443,"gen_ai.request.temperature":0.2,"code.function.name":"Agent.{{operation.Series.Operation}}","gen_ai.response.id":"resp_{{Mix(number):x16}}"}""")),
            };
        });
        return [.. operations.OrderBy(operation => operation.Key)];
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return (value ^ (value >> 31)) | 1;
    }
}
