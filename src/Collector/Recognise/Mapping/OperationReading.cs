using Tidemark.Collector.Recognise.Json;

namespace Tidemark.Collector.Recognise.Mapping;

/// <summary>An <see cref="OperationRule"/> with its key number.</summary>
internal sealed record OperationReading(short Key, Utf8Map<OperationType> Values, OperationType? Otherwise)
{
    public static OperationReading Of(OperationRule rule, KeyTable keys) =>
        new(keys[rule.Key].Number, new Utf8Map<OperationType>(rule.Values), rule.Otherwise);

    public OperationType? TypeOf(AttributeIndex attributes)
    {
        if (!attributes.TryGet(Key, out var value)) return null;
        return Values.TryGet(JsonText.Unquoted(value.Text.Span), out var type) ? type : Otherwise;
    }
}
