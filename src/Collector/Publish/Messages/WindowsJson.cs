using System.Text.Json;
using Tidemark.Collector.Model.Rollups;

namespace Tidemark.Collector.Publish.Messages;

/// <summary>Writes the <c>windows</c> message: the current numbers, with the names of <c>tidemark.windows</c>.</summary>
internal static class WindowsJson
{
    public static void Write(Utf8JsonWriter json, CurrentNumbers numbers)
    {
        json.WriteStartObject();
        json.WriteString("event_type"u8, MessageNames.Windows);
        json.WriteString("as_of"u8, numbers.AsOf);
        json.WriteNumber("window_seconds"u8, CurrentNumbers.WindowSeconds);
        json.WriteNumber("sessions_active"u8, numbers.SessionsActive);
        json.WriteNumber("operations"u8, numbers.Operations);
        json.WriteNumber("errors"u8, numbers.Errors);
        json.WriteNumber("error_ratio"u8, numbers.ErrorRatio);
        json.WriteNumber("operations_per_second"u8, numbers.OperationsPerSecond);
        json.WriteNumber("tokens_per_second"u8, numbers.TokensPerSecond);
        json.WriteNumber("cost_per_hour"u8, numbers.CostPerHour);
        WriteNumber(json, "p50_ms"u8, numbers.P50Ms);
        WriteNumber(json, "p95_ms"u8, numbers.P95Ms);
        WriteNumber(json, "p99_ms"u8, numbers.P99Ms);
        WriteNumber(json, "health_score"u8, numbers.HealthScore);
        if (numbers.HealthStatus is null) json.WriteNull("health_status"u8);
        else json.WriteString("health_status"u8, numbers.HealthStatus);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, ReadOnlySpan<byte> name, double? number)
    {
        if (number is { } value) json.WriteNumber(name, value);
        else json.WriteNull(name);
    }
}
