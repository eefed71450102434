using System.Text;
using Tidemark.Collector.Decode;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.Tests.Decode;

public sealed class TraceDecoderTests
{
    private static readonly byte[] TraceId = [.. Enumerable.Range(1, 16).Select(value => (byte)value)];

    /// <summary>An invalid id is rejected with the reason; the other items of its batch are kept.</summary>
    public static TheoryData<byte[], byte[], string> BadIds => new()
    {
        { new byte[16], [1, 2, 3, 4, 5, 6, 7, 8], "trace id" },
        { TraceId[..15], [1, 2, 3, 4, 5, 6, 7, 8], "trace id" },
        { [], [1, 2, 3, 4, 5, 6, 7, 8], "trace id" },
        { [.. TraceId, 1], [1, 2, 3, 4, 5, 6, 7, 8], "trace id" },
        { TraceId, new byte[8], "span id" },
        { TraceId, [1, 2, 3], "span id" },
        { TraceId, [], "span id" },
    };

    [Theory]
    [MemberData(nameof(BadIds))]
    public void Decode_BadId_RefusesThatSpanAlone(byte[] traceId, byte[] spanId, string reason)
    {
        OtlpSpan[] spans = [new() { Name = "before" }, new() { TraceId = traceId, SpanId = spanId, Name = "bad" }, new() { Name = "after" }];
        foreach (var sink in (DescribingSink[])[Decoding.Traces(OtlpProtobuf.Traces(spans)), Decoding.Json(OtlpJson.Traces(spans))])
        {
            Assert.Equal(2, sink.Items.Count);
            Assert.DoesNotContain(sink.Items, item => item.Contains("'bad'", StringComparison.Ordinal));
            Assert.Contains(reason, Assert.Single(sink.Rejected), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Decode_BadParentId_IsARoot()
    {
        var span = new OtlpSpan { TraceId = TraceId, SpanId = [1, 2, 3, 4, 5, 6, 7, 8], ParentSpanId = [1, 2, 3] };

        Assert.Contains("0102030405060708<0000000000000000", Decoding.Traces(OtlpProtobuf.Traces(span)).Items[0], StringComparison.Ordinal);
        Assert.Contains("0102030405060708<0000000000000000", Decoding.Json(OtlpJson.Traces(span)).Items[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_ResourceAndScopeAfterTheSpans_StillBelongToThem()
    {
        var span = OtlpProtobuf.Span(new OtlpSpan());
        var body = new ProtobufWriter().Message(1, resource => resource
            .Message(2, scope => scope.Message(2, span).Message(1, message => message.Text(1, "late scope")))
            .Message(1, message => message.Message(1, attribute => attribute.Text(1, "service.name").Message(2, value => value.Text(1, "late")))));

        var item = Assert.Single(Decoding.Traces(body.ToArray()).Items);

        Assert.StartsWith("{ service.name='late' }-0 late scope@", item, StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_TwoResources_DoNotMix()
    {
        var body = OtlpProtobuf.Traces(
            new OtlpResource<OtlpSpan>(new OtlpSpan()) { Attributes = new() { { "service.name", "one" }, { "only", true } }, ScopeVersion = "1" },
            new OtlpResource<OtlpSpan>(new OtlpSpan()) { Attributes = new() { { "service.name", "two" } }, ScopeVersion = "2", ScopeName = "" });

        var items = Decoding.Traces(body).Items;

        Assert.StartsWith("{ service.name='one' only=true }-0 Experimental.Microsoft.Extensions.AI@1 ", items[0], StringComparison.Ordinal);
        Assert.StartsWith("{ service.name='two' }-0 @2 ", items[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_BadTextInOneSpan_IsRepairedThereAndNowhereElse()
    {
        var bad = new ProtobufWriter().Bytes(1, TraceId).Bytes(2, [1, 2, 3, 4, 5, 6, 7, 8]).Bytes(5, [(byte)'a', 0xFF, 0, (byte)'b'])
            .Message(9, attribute => attribute.Bytes(1, [(byte)'k', 0]).Message(2, value => value.Bytes(1, [0xC3, 0x28])));

        var items = Decoding.Traces(OtlpProtobuf.Request(bad, OtlpProtobuf.Span(new OtlpSpan { Name = "fine" }))).Items;

        Assert.Contains("'a\uFFFD\uFFFDb'", items[0], StringComparison.Ordinal);
        Assert.Contains("k\uFFFD='\uFFFD('", items[0], StringComparison.Ordinal);
        Assert.Contains("'fine'", items[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_RepairedTextOfResource_OutlivesItsSpans()
    {
        var body = new ProtobufWriter().Message(1, resource => resource
            .Message(1, message => message.Message(1, attribute => attribute.Text(1, "service.name").Message(2, value => value.Text(1, "a\0b"))))
            .Message(2, scope => scope
                .Message(2, OtlpProtobuf.Span(new OtlpSpan { Name = "x\0x" }))
                .Message(2, OtlpProtobuf.Span(new OtlpSpan { Name = "y\0yyyyyyyyy" }))));

        var items = Decoding.Traces(body.ToArray()).Items;

        Assert.All(items, item => Assert.StartsWith("{ service.name='a\uFFFDb' }-0", item, StringComparison.Ordinal));
        Assert.Contains("'y\uFFFDyyyyyyyyy'", items[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_LongValue_IsCutBetweenCharacters()
    {
        var text = new string('é', 10);
        var span = new OtlpSpan { Attributes = new() { { "long", text } } };

        foreach (var sink in (DescribingSink[])[
            Decoding.Traces(OtlpProtobuf.Traces(span), options => options.ContentValueLength = 7),
            Decoding.Json(OtlpJson.Traces(span), options => options.ContentValueLength = 7)])
        {
            Assert.Contains("long='ééé' ", sink.Items[0], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Decode_LongArray_IsCutAndNoLongerJson()
    {
        var span = new OtlpSpan { Attributes = new() { { "array", Enumerable.Repeat<object?>("abcdef", 1000).ToArray() } } };

        foreach (var sink in (DescribingSink[])[
            Decoding.Traces(OtlpProtobuf.Traces(span), options => options.ContentValueLength = 20),
            Decoding.Json(OtlpJson.Traces(span), options => options.ContentValueLength = 20)])
        {
            Assert.Contains("array='[\"abcdef\",\"abcdef\",\"' ", sink.Items[0], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Decode_LongName_IsCut()
    {
        var span = new OtlpSpan { Name = new string('n', 5000), Attributes = new() { { new string('k', 5000), 1 } } };

        var item = Decoding.Traces(OtlpProtobuf.Traces(span)).Items[0];

        Assert.Contains($"'{new string('n', 1024)}'", item, StringComparison.Ordinal);
        Assert.Contains($" {new string('k', 1024)}=1 ", item, StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_TenThousandAttributes_KeepsTheFirstAndCountsTheRest()
    {
        var attributes = new OtlpAttributes();
        for (var i = 0; i < 10_000; i++) attributes.Add($"key{i}", i);
        var span = new OtlpSpan { Attributes = attributes };

        foreach (var sink in (DescribingSink[])[Decoding.Traces(OtlpProtobuf.Traces(span)), Decoding.Json(OtlpJson.Traces(span))])
            Assert.Contains(" key127=127 }-9872 ", sink.Items[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_ManyEvents_KeepsTheFirstAndCountsTheRest()
    {
        var span = new OtlpSpan { Events = [.. Enumerable.Range(0, 300).Select(i => new OtlpSpanEvent($"event{i}"))] };

        foreach (var sink in (DescribingSink[])[Decoding.Traces(OtlpProtobuf.Traces(span)), Decoding.Json(OtlpJson.Traces(span))])
        {
            Assert.Contains("event127 { }-0)-172", sink.Items[0], StringComparison.Ordinal);
            Assert.DoesNotContain("event128", sink.Items[0], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Decode_DroppedCountsOfTheSender_AreAdded()
    {
        var span = OtlpProtobuf.Span(new OtlpSpan { Attributes = new() { { "a", 1 } } }).Varint(10, 5).Varint(12, 6);

        var item = Decoding.Traces(OtlpProtobuf.Request(span)).Items[0];

        Assert.Contains("{ a=1 }-5 events-6", item, StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_ForeignSignal_IsNeverStoredAsSpans()
    {
        var logs = OtlpProtobuf.Logs(new OtlpLog { Body = "x" });
        var metrics = OtlpProtobuf.Metrics(new OtlpMetric("m", OtlpMetric.Gauge, new OtlpPoint { Value = 1L }));

        Assert.Contains(
            "this path's signal", Assert.Throws<MalformedRequestException>(() => Decoding.Traces(logs)).Message, StringComparison.Ordinal);
        var sink = Decoding.Traces(metrics);
        Assert.Empty(sink.Items);
        Assert.Contains("this path accepts trace exports only", Assert.Single(sink.Rejected), StringComparison.Ordinal);
        Assert.Throws<MalformedRequestException>(() => Decoding.Json(OtlpJson.Logs(new OtlpLog())));
        Assert.Throws<MalformedRequestException>(() => Decoding.Json(Encoding.UTF8.GetBytes("{\"resourceMetrics\":[]}")));
    }
}
