using System.Text.Json;
using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Derive.Traces;

/// <summary>Time to the first token: a double, as a decimal would round it.</summary>
internal sealed class MillisecondsFact : IReportedFact
{
    public string Name => "ttft_ms";

    public bool Differs(Operation one, Operation other) => one.TimeToFirstTokenMs != other.TimeToFirstTokenMs;

    public void Write(Utf8JsonWriter json, Operation reported, Operation effective)
    {
        if (reported.TimeToFirstTokenMs == effective.TimeToFirstTokenMs) return;
        if (reported.TimeToFirstTokenMs is { } value) json.WriteNumber(Name, value);
        else json.WriteNull(Name);
    }

    public Operation Read(Operation operation, JsonElement value) =>
        operation with { TimeToFirstTokenMs = value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null };
}
