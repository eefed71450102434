using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Tidemark.Collector.Receive.Status;

/// <summary>Writes google.rpc.Status, with google.rpc.RetryInfo if the request may be retried.</summary>
/// <remarks>https://github.com/googleapis/googleapis/blob/master/google/rpc/status.proto</remarks>
internal static class StatusMessage
{
    public const string RetryInfoType = "type.googleapis.com/google.rpc.RetryInfo";

    public static byte[] ToProtobuf(Refusal refusal)
    {
        var status = new MessageWriter();
        status.Varint(1, (ulong)refusal.Code);
        status.Text(2, refusal.Message);
        if (refusal.RetryAfter is { } delay) status.Bytes(3, RetryInfo(delay));
        return status.ToArray();
    }

    public static byte[] ToJson(Refusal refusal)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteNumber("code", (int)refusal.Code);
        json.WriteString("message", refusal.Message);
        if (refusal.RetryAfter is { } delay)
        {
            json.WriteStartArray("details");
            json.WriteStartObject();
            json.WriteString("@type", RetryInfoType);
            json.WriteString("retryDelay", string.Create(CultureInfo.InvariantCulture, $"{delay.TotalSeconds:0.###}s"));
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static byte[] RetryInfo(TimeSpan delay)
    {
        var duration = new MessageWriter();
        duration.Varint(1, (ulong)(delay.Ticks / TimeSpan.TicksPerSecond));
        duration.Varint(2, (ulong)(delay.Ticks % TimeSpan.TicksPerSecond * TimeSpan.NanosecondsPerTick));
        var info = new MessageWriter();
        info.Bytes(1, duration.ToArray());
        var any = new MessageWriter();
        any.Text(1, RetryInfoType);
        any.Bytes(2, info.ToArray());
        return any.ToArray();
    }
}
