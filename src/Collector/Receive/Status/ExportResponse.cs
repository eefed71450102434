using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Tidemark.Collector.Decode;

namespace Tidemark.Collector.Receive.Status;

/// <summary>Writes the Export responses of the three signals: empty, or partial_success with a count and the first reason.</summary>
internal static class ExportResponse
{
    /// <summary>Field numbers are the same for all signals.</summary>
    public static byte[] ToProtobuf(ExportResult result)
    {
        if (result.Rejected == 0) return [];
        var partial = new MessageWriter();
        partial.Varint(1, (ulong)result.Rejected);
        partial.Text(2, result.Message ?? "");
        var response = new MessageWriter();
        response.Bytes(1, partial.ToArray());
        return response.ToArray();
    }

    public static byte[] ToJson(OtlpSignal signal, ExportResult result)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        if (result.Rejected > 0)
        {
            json.WriteStartObject("partialSuccess");
            json.WriteString(RejectedName(signal), result.Rejected.ToString(CultureInfo.InvariantCulture));
            json.WriteString("errorMessage", result.Message);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static string RejectedName(OtlpSignal signal) => signal switch
    {
        OtlpSignal.Traces => "rejectedSpans",
        OtlpSignal.Metrics => "rejectedDataPoints",
        _ => "rejectedLogRecords",
    };
}
