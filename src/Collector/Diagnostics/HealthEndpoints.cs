using Tidemark.Collector.Pipeline.Lanes;
using Tidemark.Collector.Store;

namespace Tidemark.Collector.Diagnostics;

/// <summary><c>/healthz</c>: the process runs. <c>/readyz</c>: it can commit. <c>/api/process</c>: what it uses.</summary>
internal static class HealthEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/healthz", () => Results.Text("ok\n"));
        app.MapGet("/readyz", (Database database) => database.IsReady
            ? Results.Text("ready\n")
            : Results.Text($"not ready: {database.Reason}\n", statusCode: StatusCodes.Status503ServiceUnavailable));
        app.MapGet("/api/process", (LaneSet lanes) => Results.Json(ProcessUsage.Now(lanes.Queued), ProcessJson.Default.ProcessUsage));
    }
}
