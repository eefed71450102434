using System.Diagnostics.Metrics;
using Tidemark.Conventions;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation.Delivery;

/// <summary>Metrics of waiting and lost export requests.</summary>
internal static class DeliveryMetrics
{
    private static readonly object Gate = new();
    private static readonly List<RequestDelivery> Deliveries = [];

    private static readonly Counter<long> LostRequests = TidemarkSource.Meter.CreateCounter<long>(
        MetricNames.ExportLost, "{request}", "Requests of telemetry that were given up.");

#pragma warning disable IDE0052 // Observable instruments live as long as their meter.
    private static readonly ObservableUpDownCounter<long> WaitingRequests = TidemarkSource.Meter.CreateObservableUpDownCounter(
        MetricNames.ExportWaiting, static () => Sum(static queue => queue.Count), "{request}", "Requests of telemetry that wait to be sent again.");

    private static readonly ObservableUpDownCounter<long> WaitingBytes = TidemarkSource.Meter.CreateObservableUpDownCounter(
        MetricNames.ExportWaitingBytes, static () => Sum(static queue => queue.Bytes), "By", "Size of the telemetry that waits to be sent again.");
#pragma warning restore IDE0052

    public static void Add(RequestDelivery delivery)
    {
        lock (Gate)
            Deliveries.Add(delivery);
    }

    public static void Remove(RequestDelivery delivery)
    {
        lock (Gate)
            Deliveries.Remove(delivery);
    }

    public static void Lost(string? signal, string reason, int requests)
    {
        if (signal is null)
            LostRequests.Add(requests, new KeyValuePair<string, object?>(TidemarkAttributes.ExportReason, reason));
        else
            LostRequests.Add(
                requests, new(TidemarkAttributes.ExportReason, reason), new KeyValuePair<string, object?>(TidemarkAttributes.ExportSignal, signal));
    }

    private static long Sum(Func<IRequestQueue, long> value)
    {
        lock (Gate)
            return Deliveries.Sum(delivery => value(delivery.Queue));
    }
}
