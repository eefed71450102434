using System.Text.Json;
using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Derive.Traces;

/// <summary>A compaction reported by the sender: there is no column for it, so it is always kept here.</summary>
internal sealed class CompactionFact : IReportedFact
{
    public const string Key = "compaction";

    public string Name => Key;

    public bool Differs(Operation one, Operation other) => one.Compaction != other.Compaction;

    public void Write(Utf8JsonWriter json, Operation reported, Operation effective)
    {
        if ((reported.Compaction ?? effective.Compaction) is not { } compaction) return;
        json.WriteStartArray(Name);
        Write(json, compaction.Before);
        Write(json, compaction.After);
        json.WriteEndArray();
    }

    public Operation Read(Operation operation, JsonElement value) =>
        operation with { Compaction = new Compaction(Number(value[0]), Number(value[1])) };

    private static void Write(Utf8JsonWriter json, int? value)
    {
        if (value is { } number) json.WriteNumberValue(number);
        else json.WriteNullValue();
    }

    private static int? Number(JsonElement value) => value.ValueKind == JsonValueKind.Number ? value.GetInt32() : null;
}
