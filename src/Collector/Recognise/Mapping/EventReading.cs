using System.Text;

namespace Tidemark.Collector.Recognise.Mapping;

/// <summary>An <see cref="EventRule"/> with its guard's key as a number.</summary>
internal sealed record EventReading(EventRule Rule, short? GuardKey, byte[] GuardValue)
{
    public static EventReading Of(EventRule rule, KeyTable keys) =>
        new(rule, rule.GuardKey is null ? null : keys[rule.GuardKey].Number, Encoding.UTF8.GetBytes(rule.GuardValue ?? ""));

    public bool Applies(AttributeIndex attributes) =>
        GuardKey is not { } key || (attributes.TryGet(key, out var value) && value.Text.Span.SequenceEqual(GuardValue));
}
