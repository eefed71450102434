using System.Text;
using Tidemark.Collector.Decode;
using Attribute = Tidemark.Collector.Decode.Attribute;

namespace Tidemark.Collector.Tests.Recognise.Testing;

/// <summary>Attributes of tests: arrays become JSON text, as in the decoders.</summary>
internal static class Attributes
{
    public static void Add(this AttributeList list, string key, object? value) => list.Add(new Attribute(Utf8(key), Value(value)));

    public static AttributeValue Value(object? value) => value switch
    {
        null => default,
        string text => AttributeValue.OfString(Utf8(text)),
        bool flag => AttributeValue.OfBool(flag),
        int number => AttributeValue.OfInt(number),
        long number => AttributeValue.OfInt(number),
        double number => AttributeValue.OfDouble(number),
        string[] texts => AttributeValue.OfJson(Utf8(System.Text.Json.JsonSerializer.Serialize(texts))),
        byte[] bytes => AttributeValue.OfBytes(bytes),
        _ => throw new ArgumentException($"No attribute value for {value.GetType()}.", nameof(value)),
    };

    public static ReadOnlyMemory<byte> Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
