using System.Text;

namespace Tidemark.Collector.Recognise.Mapping;

/// <summary>An <see cref="EventRule"/> whose conditions have key numbers.</summary>
internal sealed record EventReading(EventRule Rule, (short Key, byte[]? Value)[] Guards)
{
    public static EventReading Of(EventRule rule, KeyTable keys) =>
        new(rule, [.. rule.Guards.Select(guard => (keys[guard.Key].Number, guard.Value is null ? null : Encoding.UTF8.GetBytes(guard.Value)))]);

    public bool Applies(AttributeIndex attributes)
    {
        foreach (var (key, expected) in Guards)
        {
            if (!attributes.TryGet(key, out var value)) return false;
            if (expected is not null && !value.Text.Span.SequenceEqual(expected)) return false;
        }

        return true;
    }
}
