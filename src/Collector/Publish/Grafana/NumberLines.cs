using Tidemark.Collector.Model.Rollups;

namespace Tidemark.Collector.Publish.Grafana;

/// <summary>Lines of the streams <c>now</c> and <c>models</c>. Fields are in the order of their names, as Grafana sorts them.</summary>
internal static class NumberLines
{
    public static void Write(LineWriter lines, CurrentNumbers numbers) => lines.Line(LiveStreams.Now)
        .Number("cost_per_hour", numbers.CostPerHour)
        .Number("error_ratio", numbers.ErrorRatio)
        .Number("health_score", numbers.HealthScore)
        .Number("operations_per_second", numbers.OperationsPerSecond)
        .Number("p50_ms", numbers.P50Ms)
        .Number("p95_ms", numbers.P95Ms)
        .Number("p99_ms", numbers.P99Ms)
        .Number("sessions_active", numbers.SessionsActive)
        .Number("tokens_per_second", numbers.TokensPerSecond)
        .At(numbers.AsOf);

    public static void Write(LineWriter lines, ModelNumbers model, DateTime asOf) => lines.Line(LiveStreams.Models)
        .Tag(LiveStreams.ModelTag, model.Model)
        .Number("cost_per_hour", model.CostPerHour)
        .Number("error_ratio", model.ErrorRatio)
        .Number("operations_per_second", model.OperationsPerSecond)
        .Number("p95_ms", model.P95Ms)
        .Number("tokens_per_second", model.TokensPerSecond)
        .At(asOf);
}
