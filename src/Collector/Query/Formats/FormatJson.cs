using System.Text.Json.Serialization;

namespace Tidemark.Collector.Query.Formats;

[JsonSerializable(typeof(string[]))]
internal sealed partial class FormatJson : JsonSerializerContext;
