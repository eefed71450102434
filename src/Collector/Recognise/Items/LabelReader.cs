using System.Text;
using Tidemark.Collector.Decode;
using Tidemark.Collector.Recognise.Json;
using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Items;

/// <summary>Reads labels: the configured keys, on the item and then on its resource.</summary>
internal sealed class LabelReader
{
    private const int MaxValueBytes = 200;

    private readonly (byte[] Key, short Number)[] _keys;
    private readonly ItemReader _item;
    private readonly JsonObjectWriter _json = new();

    public LabelReader(RecogniserParts parts, ItemReader item)
    {
        _item = item;
        _keys = [.. parts.Options.LabelKeys.Select(key => (Encoding.UTF8.GetBytes(key), parts.Dialects.Keys[key].Number))];
    }

    /// <summary>Returns the labels as a JSON object; empty = none. Valid until the next call.</summary>
    public ReadOnlySpan<byte> Read(ResourceFacts resource)
    {
        _json.Begin();
        for (var i = 0; i < _keys.Length; i++)
        {
            var value = ValueOf(i, resource);
            if (value.IsEmpty) continue;
            _json.Key(_keys[i].Key);
            _json.Text(value.Length > MaxValueBytes ? value[..MaxValueBytes] : value);
        }

        return _json.End();
    }

    private ReadOnlySpan<byte> ValueOf(int label, ResourceFacts resource)
    {
        if (_item.Attributes.TryGet(_keys[label].Number, out var value) && value.Kind == AttributeValueKind.String)
        {
            var text = JsonText.Unquoted(value.Text.Span);
            if (!text.IsEmpty && !Placeholders.IsNone(text)) return text;
        }

        return resource.Labels[label];
    }
}
