using System.Diagnostics.Metrics;
using Tidemark.Collector.Model;
using Tidemark.Collector.Pipeline.Admission;
using Tidemark.Collector.Pipeline.Lanes;
using Tidemark.Collector.Publish.Subscribers;
using Tidemark.Collector.Store;

namespace Tidemark.Collector.Diagnostics.Telemetry;

/// <summary>Observable gauges of the collector's present state.</summary>
internal sealed class StateGauges
{
    public StateGauges(IMeterFactory meters, LaneSet lanes, AdmissionControl admission, SubscriberSet subscribers, Database database)
    {
        var meter = meters.Create(CollectorMeter.Name);
        meter.CreateObservableGauge(CollectorMeter.Queued, () => lanes.Queued, "{operation}", "Operations waiting for their lane.");
        meter.CreateObservableGauge(
            CollectorMeter.Wait, () => admission.EstimatedWait.TotalSeconds, "s", "Estimated time until a request that comes now is committed.");
        meter.CreateObservableGauge(CollectorMeter.Subscribers, () => subscribers.Count, "{subscriber}", "Live subscribers.");
        meter.CreateObservableGauge(CollectorMeter.DatabaseReady, () => database.IsReady ? 1 : 0, "1", "1 while the database can take commits, else 0.");
    }
}
