using System.Text.Json;
using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Derive.Traces;

/// <summary>
/// A side call: a call outside the main conversation. There is no column for it, so it is always kept here. True if the sender says so, false if
/// only the trace shows it.
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

    /// <summary>A stored side call, whichever way it is known.</summary>
    public static Operation Complete(Operation operation) => operation with { IsSide = true };
}
