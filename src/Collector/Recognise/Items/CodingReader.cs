using System.Globalization;
using System.Numerics;
using System.Text;
using Tidemark.Collector.Decode;
using Tidemark.Collector.Model.Payers;
using Tidemark.Collector.Recognise.Json;
using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Items;

/// <summary>Reads what metrics and events of coding agents count, using the rules of their dialect.</summary>
internal sealed class CodingReader(RecogniserParts parts, ItemReader item)
{
    private readonly LabelReader _labels = new(parts, item);

    /// <summary>Returns what the item counts; empty for items of other senders. The item's attributes must be loaded.</summary>
    /// <param name="marks">Bits of the item's possible dialects.</param>
    public IReadOnlyList<CodingMark> Read(ReadOnlySpan<byte> name, bool isEvent, ulong marks, ResourceFacts resource)
    {
        for (marks &= parts.Dialects.Coding; marks != 0; marks &= marks - 1)
        {
            var dialect = parts.Dialects[BitOperations.TrailingZeroCount(marks)];
            var rules = dialect.CodingOf(name, isEvent);
            if (rules.Length == 0) continue;
            item.ReadAs(dialect);
            return [.. rules.Select(rule => Read(rule, dialect, resource)).OfType<CodingMark>()];
        }

        return [];
    }

    private CodingMark? Read(CodingRule rule, DialectReading dialect, ResourceFacts resource)
    {
        if (!rule.Guards.All(guard => Word(guard.Key).Equals(guard.Value, StringComparison.OrdinalIgnoreCase))) return null;
        if (rule.Present is { } present && Word(present).Length == 0) return null;
        if (rule.Above is { } above && !(Number(above) > 0)) return null;
        var scale = rule.Scale;
        if (rule.Value is { } value)
        {
            if (Number(value) is not { } count || !double.IsFinite(count) || count <= 0) return null;
            scale *= count;
        }

        var model = item.Text(Field.RequestModel);
        return new CodingMark(
            dialect.Name,
            resource.Version.Text,
            rule.Measure,
            rule.Detail is { } detail ? Named(rule.Details, Word(detail)) : "",
            rule.Actor is { } actor ? rule.Actors.GetValueOrDefault(Word(actor).ToLowerInvariant(), "") : "",
            model.IsEmpty || Placeholders.IsNone(model) ? "" : parts.Vocabulary.Models.Get(model).Text,
            parts.Users.Get(item.IdText(Field.User)) ?? resource.User ?? "",
            Encoding.UTF8.GetString(_labels.Read(resource)),
            scale);
    }

    private static string Named(IReadOnlyDictionary<string, string> names, string word) => names.GetValueOrDefault(word.ToLowerInvariant(), word);

    // A short word: anything longer may be content.
    private string Word(string key)
    {
        if (!item.Attributes.TryGet(parts.Dialects.Keys[key].Number, out var value)) return "";
        if (value.Kind == AttributeValueKind.Int) return value.Int.ToString(CultureInfo.InvariantCulture);
        var text = value.Kind == AttributeValueKind.String ? JsonText.Unquoted(value.Text.Span) : default;
        return Words.IsWord(text) ? parts.Vocabulary.Words.Get(text).Text : "";
    }

    private double? Number(SourceKey key)
    {
        if (!item.Attributes.TryGet(parts.Dialects.Keys[key.Name].Number, out var value)) return null;
        if (key.Path is { } path) value = AttributeValue.OfString(JsonText.Member(value.Text, Encoding.UTF8.GetBytes(path)));
        return Numbers.TryRead(value, out var number) ? number : null;
    }
}
