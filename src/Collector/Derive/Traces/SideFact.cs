using System.Text.Json;
using Tidemark.Collector.Model;

namespace Tidemark.Collector.Derive.Traces;

/// <summary>
/// A call beside the conversation: no column holds it, so it is kept whenever it is so. True by the sender's own word, false where only
/// the trace shows.
/// </summary>
internal sealed class SideFact : IReportedFact
{
    public const string Key = "side";

    public string Name => Key;

    public bool Differs(Operation one, Operation other) => one.IsSide != other.IsSide;

    public void Write(Utf8JsonWriter json, Operation reported, Operation effective)
    {
        if (reported.IsSide || effective.IsSide) json.WriteBoolean(Name, reported.IsSide);
    }

    public Operation Read(Operation operation, JsonElement value) => operation with { IsSide = value.ValueKind == JsonValueKind.True };

    /// <summary>A stored operation that has the fact, from any source.</summary>
    public static Operation Complete(Operation operation) => operation with { IsSide = true };
}
