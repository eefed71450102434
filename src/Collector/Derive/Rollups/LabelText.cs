using System.Buffers;
using System.Text;
using System.Text.Json;
using Tidemark.Collector.Model.Payers;

namespace Tidemark.Collector.Derive.Rollups;

/// <summary>Labels in the form that payers use: a JSON object of strings with keys in ordinal order.</summary>
internal static class LabelText
{
    /// <param name="json">A JSON object of strings, its keys in any order.</param>
    public static IReadOnlyList<LabelValue> Read(ReadOnlySpan<byte> json)
    {
        var values = new List<LabelValue>();
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = reader.GetString()!;
            reader.Read();
            values.Add(new LabelValue(key, reader.GetString() ?? ""));
        }

        return values;
    }

    /// <inheritdoc cref="Read(ReadOnlySpan{byte})"/>
    public static IReadOnlyList<LabelValue> Read(string json) => Read(Encoding.UTF8.GetBytes(json));

    public static string Write(IEnumerable<LabelValue> values)
    {
        var text = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(text);
        writer.WriteStartObject();
        foreach (var (key, value) in values.OrderBy(value => value.Key, StringComparer.Ordinal)) writer.WriteString(key, value);
        writer.WriteEndObject();
        writer.Flush();
        return Encoding.UTF8.GetString(text.WrittenSpan);
    }
}
