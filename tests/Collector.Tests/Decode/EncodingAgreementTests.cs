using Tidemark.Collector.Decode;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.Tests.Decode;

/// <summary>The same request in protobuf and in JSON results in the same items.</summary>
public sealed class EncodingAgreementTests
{
    private static readonly OtlpAttributes EveryKind = new()
    {
        { "text", "grüße, 世界, 🌊 \"quoted\" \\ \n" },
        { "flag", true },
        { "small", 7 },
        { "large", long.MinValue },
        { "number", 0.1 },
        { "huge", 1e308 },
        { "nan", double.NaN },
        { "infinite", double.NegativeInfinity },
        { "bytes", new byte[] { 0, 1, 254, 255 } },
        { "nothing", null },
        { "array", new object?[] { "a\u0001", 1L, 2.5, false, null, new byte[] { 9 }, new object?[] { "deep" } } },
        {
            "map",
            new OtlpAttributes { { "k", "v" }, { "list", new object?[] { 1L, new OtlpAttributes { { "x", double.PositiveInfinity } } } }, { "none", null } }
        },
        { "emptyArray", System.Array.Empty<object?>() },
        { "emptyMap", new OtlpAttributes() },
        { "twice", "first" },
        { "twice", "last" },
    };

    [Fact]
    public void Traces_EveryKindOfValue_Agree()
    {
        var resource = new OtlpResource<OtlpSpan>(
            new OtlpSpan { Attributes = EveryKind, StatusCode = 2, ParentSpanId = [1, 2, 3, 4, 5, 6, 7, 8] },
            new OtlpSpan { Events = [new OtlpSpanEvent("exception") { Attributes = EveryKind }, new OtlpSpanEvent("second")] })
        {
            ScopeAttributes = EveryKind,
        };

        var items = AssertAgreement(OtlpSignal.Traces, OtlpProtobuf.Traces(resource, resource), OtlpJson.Traces(resource, resource));

        Assert.Equal(4, items.Count);
        Assert.Contains("array=json [\"a\\u0001\",1,2.5,false,null,\"CQ==\",[\"deep\"]]", items[0], StringComparison.Ordinal);
        Assert.Contains("map=json {\"k\":\"v\",\"list\":[1,{\"x\":\"Infinity\"}],\"none\":null}", items[0], StringComparison.Ordinal);
        Assert.Contains(" twice='last' }-0", items[0], StringComparison.Ordinal);
        Assert.DoesNotContain("first", items[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Logs_EveryKindOfValue_Agree()
    {
        var log = new OtlpLog
        {
            EventName = "gen_ai.client.inference.operation.details",
            Body = EveryKind,
            Attributes = EveryKind,
            TraceId = [.. Enumerable.Range(1, 16).Select(value => (byte)value)],
            SpanId = [1, 2, 3, 4, 5, 6, 7, 8],
        };

        var items = AssertAgreement(OtlpSignal.Logs, OtlpProtobuf.Logs(log, new OtlpLog { Body = "text" }), OtlpJson.Logs(log, new OtlpLog { Body = "text" }));

        Assert.Equal(2, items.Count);
        Assert.Contains("0102030405060708090a0b0c0d0e0f10/0102030405060708", items[0], StringComparison.Ordinal);
        Assert.Contains("body 'text'", items[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OtlpMetric.Gauge)]
    [InlineData(OtlpMetric.Sum)]
    [InlineData(OtlpMetric.Histogram)]
    [InlineData(OtlpMetric.ExponentialHistogram)]
    [InlineData(OtlpMetric.Summary)]
    public void Metrics_EveryKindOfMetric_Agree(int kind)
    {
        var isSum = kind == OtlpMetric.Sum;
        var metric = new OtlpMetric(
            "gen_ai.client.token.usage",
            kind,
            new OtlpPoint { Value = 5L, Count = 3, Sum = 1.5, Attributes = EveryKind },
            new OtlpPoint { Value = 0.25, Count = ulong.MaxValue },
            new OtlpPoint { Flags = 1 })
        {
            Unit = "{token}",
            Temporality = kind is OtlpMetric.Gauge or OtlpMetric.Summary ? 0 : 1,
            IsMonotonic = isSum,
        };

        var items = AssertAgreement(OtlpSignal.Metrics, OtlpProtobuf.Metrics(metric), OtlpJson.Metrics(metric));

        Assert.Equal(3, items.Count);
        Assert.Contains($"monotonic {isSum}", items[0], StringComparison.Ordinal);
        Assert.Contains(kind is OtlpMetric.Gauge or OtlpMetric.Sum ? "value 5 count  sum " : "value  count 3 sum 1.5", items[0], StringComparison.Ordinal);
        Assert.Contains("none True", items[2], StringComparison.Ordinal);
    }

    private static List<string> AssertAgreement(OtlpSignal signal, byte[] protobuf, byte[] json)
    {
        var one = Decoding.Decode(signal, OtlpEncoding.Protobuf, protobuf);
        var other = Decoding.Decode(signal, OtlpEncoding.Json, json);
        Assert.Equal(one.Items, other.Items);
        Assert.Empty(one.Rejected);
        Assert.Empty(other.Rejected);
        return one.Items;
    }
}
