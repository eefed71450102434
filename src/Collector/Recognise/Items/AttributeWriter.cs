using Tidemark.Collector.Decode;
using Tidemark.Collector.Recognise.Json;
using Tidemark.Collector.Recognise.Mapping;
using Tidemark.Collector.Recognise.Prices;
using Attribute = Tidemark.Collector.Decode.Attribute;

namespace Tidemark.Collector.Recognise.Items;

/// <summary>Parts an item's attributes: into columns (already read), into the attributes JSON, into content, or away.</summary>
internal sealed class AttributeWriter(RecogniseOptions options, bool keepContent)
{
    private readonly JsonObjectWriter _attributes = new();
    private readonly JsonObjectWriter _content = new();

    public ReadOnlySpan<byte> Attributes => _attributes.End();

    public ReadOnlySpan<byte> Content => _content.End();

    public void Begin()
    {
        _attributes.Begin();
        _content.Begin();
    }

    public void Write(ItemReader item, bool isModelCall, ref RecognitionCounts counts)
    {
        for (var i = 0; i < item.Attributes.Count; i++)
        {
            ref readonly var attribute = ref item.Attributes.At(i, out var number, out var sort);
            if (number == AttributeIndex.Repeated || attribute.Value.Kind == AttributeValueKind.Empty) continue;
            if (sort == KeySort.Content && IsScalar(attribute.Value.Kind)) sort = KeySort.Plain;
            if (sort == KeySort.Plain && number == AttributeIndex.Unknown && attribute.Value.Text.Length > options.MaxUnknownBytes) sort = KeySort.Content;
            switch (sort)
            {
                case KeySort.Plain when number < 0 || !item.Dialect.HasColumn(number, isModelCall):
                    if (Write(_attributes, attribute, options.MaxAttributeBytes)) counts.AttributesDropped++;
                    break;
                case KeySort.Content:
                    WriteContent(attribute, ref counts);
                    break;
                case KeySort.Personal:
                    counts.ContentDropped++;
                    break;
            }
        }
    }

    /// <summary>Names the price that the operation's cost was worked out with.</summary>
    public void WritePrice(Price price)
    {
        _attributes.Key("tidemark.price"u8);
        _attributes.Text(price.NameUtf8);
    }

    public void WriteContent(in Attribute attribute, ref RecognitionCounts counts)
    {
        if (attribute.Value.Kind is AttributeValueKind.Empty or AttributeValueKind.String && attribute.Value.Text.IsEmpty) return;
        if (keepContent) Write(_content, attribute, int.MaxValue);
        else counts.ContentDropped++;
    }

    // A number or a flag is nobody's words, whatever its key.
    private static bool IsScalar(AttributeValueKind kind) => kind is AttributeValueKind.Bool or AttributeValueKind.Int or AttributeValueKind.Double;

    // True when the value had to be cut.
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
