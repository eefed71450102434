using System.Text;

namespace Tidemark.Collector.Decode.Json;

/// <summary>Names of enum values. OTLP/JSON requires numbers, but some senders write the names of the proto3 JSON mapping.</summary>
internal static class JsonEnumNames
{
    private static readonly Dictionary<string, int> Numbers = new(StringComparer.Ordinal)
    {
        ["SPAN_KIND_INTERNAL"] = 1,
        ["SPAN_KIND_SERVER"] = 2,
        ["SPAN_KIND_CLIENT"] = 3,
        ["SPAN_KIND_PRODUCER"] = 4,
        ["SPAN_KIND_CONSUMER"] = 5,
        ["STATUS_CODE_OK"] = 1,
        ["STATUS_CODE_ERROR"] = 2,
        ["AGGREGATION_TEMPORALITY_DELTA"] = 1,
        ["AGGREGATION_TEMPORALITY_CUMULATIVE"] = 2,
        ["SEVERITY_NUMBER_TRACE"] = 1,
        ["SEVERITY_NUMBER_TRACE2"] = 2,
        ["SEVERITY_NUMBER_TRACE3"] = 3,
        ["SEVERITY_NUMBER_TRACE4"] = 4,
        ["SEVERITY_NUMBER_DEBUG"] = 5,
        ["SEVERITY_NUMBER_DEBUG2"] = 6,
        ["SEVERITY_NUMBER_DEBUG3"] = 7,
        ["SEVERITY_NUMBER_DEBUG4"] = 8,
        ["SEVERITY_NUMBER_INFO"] = 9,
        ["SEVERITY_NUMBER_INFO2"] = 10,
        ["SEVERITY_NUMBER_INFO3"] = 11,
        ["SEVERITY_NUMBER_INFO4"] = 12,
        ["SEVERITY_NUMBER_WARN"] = 13,
        ["SEVERITY_NUMBER_WARN2"] = 14,
        ["SEVERITY_NUMBER_WARN3"] = 15,
        ["SEVERITY_NUMBER_WARN4"] = 16,
        ["SEVERITY_NUMBER_ERROR"] = 17,
        ["SEVERITY_NUMBER_ERROR2"] = 18,
        ["SEVERITY_NUMBER_ERROR3"] = 19,
        ["SEVERITY_NUMBER_ERROR4"] = 20,
        ["SEVERITY_NUMBER_FATAL"] = 21,
        ["SEVERITY_NUMBER_FATAL2"] = 22,
        ["SEVERITY_NUMBER_FATAL3"] = 23,
        ["SEVERITY_NUMBER_FATAL4"] = 24,
    };

    /// <summary>Returns 0 (unspecified) for an unknown name.</summary>
    public static int Find(ReadOnlySpan<byte> name) => name.Length <= 64 && Numbers.TryGetValue(Encoding.UTF8.GetString(name), out var number) ? number : 0;
}
