using System.Diagnostics.Metrics;
using Tidemark.Collector.Decode;
using Tidemark.Collector.Model;
using Tidemark.Collector.Model.Batches;
using Tidemark.Collector.Model.Rollups;
using Tidemark.Collector.Recognise.Interning;

namespace Tidemark.Collector.Pipeline;

/// <summary>Metrics of committed requests and refused items.</summary>
internal sealed class PipelineMetrics
{
    private const string Items = "{item}";

    private static readonly string[] Signals = [.. Enum.GetNames<OtlpSignal>().Select(name => name.ToLowerInvariant())];

    private readonly (Counter<long> Counter, Func<LedgerDelta, long> Read)[] _ledger;
    private readonly Counter<long> _notStored;
    private readonly Counter<long> _overflowed;
    private readonly Histogram<double> _duration;
    private readonly Histogram<long> _items;

    public PipelineMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(CollectorMeter.Name);
        _ledger =
        [
            (meter.CreateCounter<long>(CollectorMeter.Received, Items, "Items of committed requests."), delta => delta.Received),
            (meter.CreateCounter<long>(CollectorMeter.Stored, Items, "Items stored."), delta => delta.Stored),
            (meter.CreateCounter<long>(CollectorMeter.Duplicate, Items, "Items that were already stored."), delta => delta.Duplicate),
            (meter.CreateCounter<long>(CollectorMeter.Rejected, Items, "Items rejected permanently."), delta => delta.Rejected),
            (meter.CreateCounter<long>(CollectorMeter.Ignored, Items, "Items that no rule recognises."), delta => delta.Ignored),
        ];
        _notStored = meter.CreateCounter<long>(CollectorMeter.NotStored, Items, "Items whose senders were asked to retry.");
        _overflowed = meter.CreateCounter<long>(
            CollectorMeter.Overflowed, "{request}", "Requests with values over a source's limit, by source and dimension.");
        _duration = meter.CreateHistogram<double>(CollectorMeter.CommitDuration, "s", "Duration of a lane's transaction, by lane.");
        _items = meter.CreateHistogram<long>(CollectorMeter.CommitItems, Items, "Items of one transaction.");
    }

    public void Committed(IReadOnlyList<LedgerDelta> ledger)
    {
        foreach (var delta in ledger)
        {
            var signal = new KeyValuePair<string, object?>("signal", delta.Signal >= 1 && delta.Signal <= Signals.Length ? Signals[delta.Signal - 1] : "other");
            foreach (var (counter, read) in _ledger) counter.Add(read(delta), signal);
        }
    }

    public void CommitTook(TimeSpan time, short lane, int items)
    {
        _duration.Record(time.TotalSeconds, new KeyValuePair<string, object?>("lane", (int)lane));
        _items.Record(items);
    }

    public void NotStored(int items) => _notStored.Add(items);

    public void Overflowed(string source, SeriesOverflow dimensions)
    {
        if (dimensions == SeriesOverflow.None) return;
        foreach (var (_, name) in dimensions.Each()) _overflowed.Add(1, new("source", source), new("dimension", name));
    }
}
