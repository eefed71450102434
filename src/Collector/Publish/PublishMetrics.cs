using System.Diagnostics.Metrics;
using Tidemark.Collector.Model;
using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Model.Rollups;

namespace Tidemark.Collector.Publish;

/// <summary>Lag of live subscribers behind commits.</summary>
internal sealed class PublishMetrics
{
    private const string Outcome = "outcome";

    private static readonly KeyValuePair<string, object?> Taken = new(Outcome, "taken");
    private static readonly KeyValuePair<string, object?> Failed = new(Outcome, "failed");

    private readonly Counter<long> _cutOff;
    private readonly Histogram<double> _liveLag;
    private readonly Counter<long> _pushes;
    private readonly Histogram<double> _grafanaLag;
    private readonly TimeProvider _time;

    public PublishMetrics(IMeterFactory meters, TimeProvider time)
    {
        _time = time;
        var meter = meters.Create(CollectorMeter.Name);
        _cutOff = meter.CreateCounter<long>(CollectorMeter.CutOff, "{subscriber}", "Subscribers that were too slow.");
        _liveLag = meter.CreateHistogram<double>(CollectorMeter.LiveLag, "s", "From an event's transaction to its subscribers' queues.");
        _pushes = meter.CreateCounter<long>(CollectorMeter.GrafanaPushes, "{push}", "Pushes to Grafana Live, by outcome.");
        _grafanaLag = meter.CreateHistogram<double>(CollectorMeter.GrafanaLag, "s", "From an event's transaction to Grafana's answer.");
    }

    public void SubscriberCutOff() => _cutOff.Add(1);

    public void Handed(StreamedEvent streamed) => _liveLag.Record(Since(streamed.RecordedAt));

    public void Pushed(bool isTaken) => _pushes.Add(1, isTaken ? Taken : Failed);

    public void Shown(StreamedEvent streamed) => _grafanaLag.Record(Since(streamed.RecordedAt));

    // The database's clock may differ from this one; negative lags would distort the sum.
    private double Since(DateTime recordedAt) => Math.Max(0, (_time.GetUtcNow().UtcDateTime - recordedAt).TotalSeconds);
}
