using System.Text.Json;
using Tidemark.Collector.Model;

namespace Tidemark.Collector.Derive.Traces;

/// <summary>A call beside the conversation: no column holds it, so it is kept whenever it is so.</summary>
internal sealed class SideFact : IReportedFact
{
    public const string Key = "side";

    public string Name => Key;

    public bool Differs(Operation one, Operation other) => false;

    public void Write(Utf8JsonWriter json, Operation reported, Operation effective)
    {
        if (reported.IsSide) json.WriteBoolean(Name, true);
    }

    public Operation Read(Operation operation, JsonElement value) => operation with { IsSide = value.ValueKind == JsonValueKind.True };
}
