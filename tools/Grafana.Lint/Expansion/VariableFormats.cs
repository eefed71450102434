using System.Text.Encodings.Web;
using System.Text.Json;

namespace Tidemark.Grafana.Lint.Expansion;

/// <summary>The formats of <c>${name:format}</c>. Without a format, the data source's applies: lists are quoted, single values only escaped.</summary>
internal static class VariableFormats
{
    public const string Default = "";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyDictionary<string, Func<VariableValue, string>> All { get; } =
        new Dictionary<string, Func<VariableValue, string>>(StringComparer.Ordinal)
        {
            [Default] = value => value.IsList ? Join(value, Literal) : Escape(value.Values[0]),
            ["sqlstring"] = value => Join(value, text => $"'{Escape(text).Replace("\"", "\\\"", StringComparison.Ordinal)}'"),
            ["singlequote"] = value => Join(value, text => $"'{text.Replace("'", "\\'", StringComparison.Ordinal)}'"),
            ["doublequote"] = value => Join(value, text => $"\"{text.Replace("\"", "\\\"", StringComparison.Ordinal)}\""),
            ["csv"] = value => string.Join(',', value.Values),
            ["raw"] = value => string.Join(',', value.Values),
            ["pipe"] = value => string.Join('|', value.Values),
            ["json"] = value => value.IsList ? JsonSerializer.Serialize(value.Values, Plain) : JsonSerializer.Serialize(value.Values[0], Plain),
            ["percentencode"] = value =>
                Uri.EscapeDataString(value.IsList && value.Values.Count > 1 ? $"{{{string.Join(',', value.Values)}}}" : value.Values[0]),
            ["text"] = value => value.Text,
        };

    private static string Join(VariableValue value, Func<string, string> quote) => string.Join(',', value.Values.Select(quote));

    private static string Literal(string text) => $"'{Escape(text)}'";

    private static string Escape(string text) => text.Replace("'", "''", StringComparison.Ordinal);
}
