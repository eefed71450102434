using System.Globalization;
using System.Text;
using Tidemark.Collector.Decode;
using Tidemark.Collector.Model.Payers;
using Tidemark.Collector.Recognise.Dialects;
using Tidemark.Collector.Recognise.Json;
using Tidemark.Collector.Recognise.Mapping;
using Tidemark.Collector.Recognise.Prices;
using Tidemark.Collector.Recognise.Privacy;
using Attribute = Tidemark.Collector.Decode.Attribute;

namespace Tidemark.Collector.Recognise.Items;

/// <summary>Distributes an item's attributes: columns (already read), the attributes JSON, content, or dropped.</summary>
internal sealed class AttributeWriter(RecogniseOptions options, UserIds users, bool keepContent)
{
    private static readonly Utf8Map<bool> Labels = new(MetricLabels.All.ToDictionary(label => label, _ => true));

    private readonly JsonObjectWriter _attributes = new();
    private readonly JsonObjectWriter _content = new();
    private readonly JsonObjectWriter _event = new();

    public ReadOnlySpan<byte> Attributes => _attributes.End();

    public ReadOnlySpan<byte> Content => _content.End();

    public void Begin()
    {
        _attributes.Begin();
        _content.Begin();
    }

    /// <summary>For an operation: attributes without a column.</summary>
    public void Write(ItemReader item, bool isModelCall, ref RecognitionCounts counts) =>
        Write(item, item.Dialect.Columns(isModelCall), isMetric: false, ref counts);

    /// <summary>For an event stored as a point: everything except content.</summary>
    public void WriteEvent(ItemReader item, ref RecognitionCounts counts) => Write(item, [], isMetric: false, ref counts);

    /// <summary>For a data point: everything except content.</summary>
    public void WriteAll(ItemReader item, ref RecognitionCounts counts) => Write(item, [], isMetric: true, ref counts);

    private void Write(ItemReader item, ReadOnlySpan<bool> columns, bool isMetric, ref RecognitionCounts counts)
    {
        for (var i = 0; i < item.Attributes.Count; i++)
        {
            ref readonly var attribute = ref item.Attributes.At(i, out var number, out var sort);
            if (attribute.Value.Kind == AttributeValueKind.Empty) continue;
            if (isMetric && IsLabel(attribute, sort)) sort = KeySort.Kept;
            var hasColumn = number >= 0 && !columns.IsEmpty && columns[number];
            switch (SortOf(attribute, sort))
            {
                case KeySort.User:
                    if (!hasColumn) WriteUser(attribute, ref counts);
                    break;
                case KeySort.Plain:
                    if (!hasColumn && Write(_attributes, attribute, options.MaxAttributeBytes)) counts.AttributesDropped++;
                    break;
                case KeySort.Content:
                    if (!hasColumn) WriteContent(attribute, ref counts);
                    break;
                case KeySort.Personal:
                    counts.ContentDropped++;
                    break;
            }
        }
    }

    // Names and paths contain no spaces; what people write usually does.
    private static bool IsLabel(in Attribute attribute, KeySort sort) =>
        (sort is KeySort.Unknown or KeySort.Word) && Labels.TryGet(attribute.Key.Span, out _) && !attribute.Value.Text.Span.Contains((byte)' ');

    // What happens to a value, by its key and its form: kept, content, a user's id or personal data.
    private KeySort SortOf(in Attribute attribute, KeySort sort)
    {
        if (sort is KeySort.Personal or KeySort.User) return sort;
        if (IsScalar(attribute.Value.Kind)) return KeySort.Plain;
        var text = attribute.Value.Text.Span;
        if (KeyTable.IsContent(sort, text) || (sort == KeySort.Kept && text.Length > options.MaxUnknownBytes)) return KeySort.Content;
        // Names and codes are single-line and have no members: the members of an object under a known key have unknown keys.
        return JsonText.HoldsObject(text) || text.Contains((byte)'\n') ? KeySort.Content : KeySort.Plain;
    }

    private void WriteUser(in Attribute attribute, ref RecognitionCounts counts)
    {
        if (IsScalar(attribute.Value.Kind) || users.Get(JsonText.Unquoted(attribute.Value.Text.Span)) is not { } user)
        {
            counts.ContentDropped++;
            return;
        }

        _attributes.Key(attribute.Key.Span);
        _attributes.Text(Encoding.UTF8.GetBytes(user));
    }

    /// <summary>Attributes of the resource that the item itself does not have.</summary>
    public void WriteDetails(ItemReader item, ResourceFacts resource)
    {
        foreach (var (key, value) in resource.Details)
        {
            if (item.Attributes.Has(key)) continue;
            _attributes.Key(key);
            _attributes.Text(value);
        }
    }

    /// <summary>Adds the decision on a tool to an event, in canonical words, with the person, rule or hook that decided.</summary>
    public void WriteDecision(CodingMark mark)
    {
        Write("tidemark.coding_agent"u8, mark.Agent);
        Write("tidemark.decision"u8, mark.Detail);
        Write("tidemark.decided_by"u8, mark.Actor);
        Write("tidemark.user"u8, mark.UserId);
        if (mark.Labels.Length == 0) return;
        _attributes.Key("tidemark.labels"u8);
        _attributes.Raw(Encoding.UTF8.GetBytes(mark.Labels));
    }

    private void Write(ReadOnlySpan<byte> key, string text)
    {
        if (text.Length == 0) return;
        _attributes.Key(key);
        _attributes.Text(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Adds the name of the price used for the operation's cost.</summary>
    public void WritePrice(Price price)
    {
        _attributes.Key("tidemark.price"u8);
        _attributes.Text(price.NameUtf8);
    }

    /// <summary>Keeps the facts that the price depends on, so that the call can be repriced.</summary>
    public void WriteUsage(UsageDetail detail)
    {
        _attributes.Key("tidemark.billing"u8);
        _attributes.Raw(UsageDetailJson.Write(detail));
    }

    /// <summary>The content of span events: messages and exception texts. Nothing else of them is kept.</summary>
    public void Write(SpanEventList events, KeyTable keys, ref RecognitionCounts counts)
    {
        for (var i = 0; i < events.Count; i++)
        {
            _event.Begin();
            foreach (ref readonly var attribute in events[i].Attributes.AsSpan())
            {
                if (attribute.Value.Text.IsEmpty || !KeyTable.IsContent(keys.SortOf(attribute.Key.Span), attribute.Value.Text.Span)) continue;
                if (keepContent) Write(_event, attribute, int.MaxValue);
                else counts.ContentDropped++;
            }

            if (_event.IsEmpty) continue;
            _content.Key(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"event.{i}")));
            _content.Raw(_event.End());
        }
    }

    public void WriteContent(in Attribute attribute, ref RecognitionCounts counts)
    {
        if (attribute.Value.Kind is AttributeValueKind.Empty or AttributeValueKind.String && attribute.Value.Text.IsEmpty) return;
        if (keepContent) Write(_content, attribute, int.MaxValue);
        else counts.ContentDropped++;
    }

    // Numbers and flags are never content, under any key.
    private static bool IsScalar(AttributeValueKind kind) => kind is AttributeValueKind.Bool or AttributeValueKind.Int or AttributeValueKind.Double;

    // True if the value had to be truncated.
    private static bool Write(JsonObjectWriter json, in Attribute attribute, int maxBytes)
    {
        json.Key(attribute.Key.Span);
        var value = attribute.Value;
        var text = value.Text.Span;
        switch (value.Kind)
        {
            case AttributeValueKind.Bool:
                json.Bool(value.Bool);
                return false;
            case AttributeValueKind.Int:
                json.Number(value.Int);
                return false;
            case AttributeValueKind.Double:
                json.Number(value.Double);
                return false;
            case AttributeValueKind.Json when text.Length <= maxBytes:
                json.Raw(text);
                return false;
            case AttributeValueKind.Bytes:
                json.Base64(text.Length <= maxBytes ? text : text[..maxBytes]);
                return text.Length > maxBytes;
            default:
                json.Text(Cut(text, maxBytes));
                return text.Length > maxBytes;
        }
    }

    private static ReadOnlySpan<byte> Cut(ReadOnlySpan<byte> utf8, int maxBytes)
    {
        if (utf8.Length <= maxBytes) return utf8;
        var end = maxBytes;
        while (end > 0 && (utf8[end] & 0xC0) == 0x80) end--;
        return utf8[..end];
    }
}
