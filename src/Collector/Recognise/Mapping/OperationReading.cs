namespace Tidemark.Collector.Recognise.Mapping;

/// <summary>An <see cref="OperationRule"/> with its keys as numbers.</summary>
internal sealed record OperationReading(short Key, short? Requires, Utf8Map<OperationType> Values, OperationType? Otherwise)
{
    public static OperationReading Of(OperationRule rule, KeyTable keys) => new(
        keys[rule.Key].Number, rule.Requires is null ? null : keys[rule.Requires].Number, new Utf8Map<OperationType>(rule.Values), rule.Otherwise);

    public OperationType? TypeOf(AttributeIndex attributes)
    {
        if (!attributes.TryGet(Key, out var value)) return null;
        if (Requires is { } required && !attributes.Has(required)) return null;
        return Values.TryGet(value.Text.Span, out var type) ? type : Otherwise;
    }
}
