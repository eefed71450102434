using System.Text;
using System.Text.Json;
using Tidemark.Collector.Decode.Protobuf;

namespace Tidemark.Collector.IntegrationTests.Receive;

/// <summary>A parsed google.rpc.Status.</summary>
internal sealed record RpcStatus(int Code, string Message, bool HasRetryInfo)
{
    public static async Task<RpcStatus> ReadAsync(HttpContent content) => content.Headers.ContentType?.MediaType switch
    {
        "application/x-protobuf" => Parse(await content.ReadAsByteArrayAsync()),
        "application/json" => ParseJson(await content.ReadAsStringAsync()),
        var other => throw new InvalidOperationException($"a status in {other}"),
    };

    public static RpcStatus Parse(byte[] bytes)
    {
        var status = new RpcStatus(0, "", false);
        var message = new ProtobufReader(bytes);
        while (message.Next())
        {
            status = message.Field switch
            {
                1 => status with { Code = (int)message.ReadVarint() },
                2 => status with { Message = Encoding.UTF8.GetString(message.ReadSpan()) },
                _ => status with { HasRetryInfo = Encoding.UTF8.GetString(message.ReadSpan()).Contains("google.rpc.RetryInfo", StringComparison.Ordinal) },
            };
        }

        return status;
    }

    private static RpcStatus ParseJson(string text)
    {
        using var json = JsonDocument.Parse(text);
        var root = json.RootElement;
        return new RpcStatus(root.GetProperty("code").GetInt32(), root.GetProperty("message").GetString()!, root.TryGetProperty("details", out _));
    }
}
