using System.Text;
using System.Text.Json;
using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Derive.Traces;

/// <summary>Labels, as a JSON object.</summary>
internal sealed class LabelsFact : IReportedFact
{
    public string Name => "labels";

    public bool Differs(Operation one, Operation other) => !one.Labels.Span.SequenceEqual(other.Labels.Span);

    public void Write(Utf8JsonWriter json, Operation reported, Operation effective)
    {
        if (reported.Labels.Span.SequenceEqual(effective.Labels.Span)) return;
        json.WritePropertyName(Name);
        if (reported.Labels.IsEmpty) json.WriteNullValue();
        else json.WriteRawValue(reported.Labels.Span);
    }

    public Operation Read(Operation operation, JsonElement value) =>
        operation with { Labels = value.ValueKind == JsonValueKind.Object ? Encoding.UTF8.GetBytes(value.GetRawText()) : default(ReadOnlyMemory<byte>) };
}
