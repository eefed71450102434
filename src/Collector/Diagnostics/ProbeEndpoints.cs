using Tidemark.Collector.Pipeline.Lanes;
using Tidemark.Collector.Store;
using Tidemark.Collector.Store.Reading;

namespace Tidemark.Collector.Diagnostics;

/// <summary><c>/healthz</c>: the process runs. <c>/readyz</c>: it can commit. <c>/api/process</c>: its resource usage.</summary>
internal static class ProbeEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/healthz", () => Results.Text("ok\n"));
        app.MapGet("/readyz", (Database database, ReadDatabase reading) => database.IsReady
            ? Results.Text(reading.IsReady ? "ready\n" : $"ready\nreading is not: {reading.Reason}\n")
            : Results.Text($"not ready: {StoreOptions.ConnectionName}: {database.Reason}\n", statusCode: StatusCodes.Status503ServiceUnavailable));
        app.MapGet("/api/process", (LaneSet lanes) => Results.Json(ProcessUsage.Now(lanes.Queued), ProcessJson.Default.ProcessUsage));
    }
}
