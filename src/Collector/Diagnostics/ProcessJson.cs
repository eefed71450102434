using System.Text.Json.Serialization;

namespace Tidemark.Collector.Diagnostics;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ProcessUsage))]
internal sealed partial class ProcessJson : JsonSerializerContext;
