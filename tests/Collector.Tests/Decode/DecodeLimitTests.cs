using Microsoft.Extensions.Options;
using Tidemark.Collector.Decode;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.Tests.Decode;

/// <summary>Every limit of <see cref="DecodeOptions"/> on a request, met exactly and exceeded by one.</summary>
public sealed class DecodeLimitTests
{
    private const int Limit = 3;

    /// <summary>The limit's name, how to set it, and a body with a given number.</summary>
    public static TheoryData<string> Limits => [.. Cases.Keys];

    private static readonly Dictionary<string, (OtlpSignal Signal, Action<DecodeOptions> Set, Func<int, byte[]> Body)> Cases = new()
    {
        ["items"] = (OtlpSignal.Traces, options => options.MaxItems = Limit, Spans),
        ["items of logs"] = (OtlpSignal.Logs, options => options.MaxItems = Limit, Spans),
        ["items of metrics"] = (OtlpSignal.Metrics, options => options.MaxItems = Limit, Points),
        ["metrics"] = (OtlpSignal.Metrics, options => options.MaxMetrics = Limit, Spans),
        ["resources"] = (OtlpSignal.Traces, options => options.MaxResources = Limit, count => new ProtobufWriter().EmptyMessages(1, count).ToArray()),
        ["scopes"] = (
            OtlpSignal.Traces, options => options.MaxScopes = Limit,
            count => new ProtobufWriter().Message(1, new ProtobufWriter().EmptyMessages(2, count)).ToArray()),
        ["attributes"] = (OtlpSignal.Traces, options => options.MaxAttributes = Limit, count => InSpan(9, count)),
        ["attributes of logs"] = (OtlpSignal.Logs, options => options.MaxAttributes = Limit, count => InSpan(6, count)),
        ["span events"] = (OtlpSignal.Traces, options => options.MaxEvents = Limit, count => InSpan(11, count)),
        ["span links"] = (OtlpSignal.Traces, options => options.MaxLinks = Limit, count => InSpan(13, count)),
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public void Decode_AtTheLimit_IsRead(string name)
    {
        var (signal, set, body) = Cases[name];

        Decoding.Decode(signal, OtlpEncoding.Protobuf, body(Limit), set);
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public void Decode_OneOverTheLimit_SaysWhichAndHowToGoOn(string name)
    {
        var (signal, set, body) = Cases[name];

        var thrown = Assert.Throws<TooManyItemsException>(() => Decoding.Decode(signal, OtlpEncoding.Protobuf, body(Limit + 1), set));

        Assert.Equal(
            $"the request has more than 3 {name.Split(" of ")[0]}; send smaller batches, or raise the limit in the section Tidemark:Decode", thrown.Message);
    }

    [Fact]
    public void Decode_JsonOverTheLimit_IsRefusedToo()
    {
        var spans = Enumerable.Range(0, Limit + 1).Select(_ => new OtlpSpan()).ToArray();

        Assert.Throws<TooManyItemsException>(() => Decoding.Json(OtlpJson.Traces(spans), options => options.MaxItems = Limit));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(32)]
    public void Decode_ValueWithinTheDepth_IsRead(int depth)
    {
        var span = new OtlpSpan { Attributes = new() { { "deep", Nested(depth) } } };
        var wanted = new string('[', depth) + new string(']', depth);

        Assert.Contains($"deep=json {wanted} ", Decoding.Traces(OtlpProtobuf.Traces(span)).Items[0], StringComparison.Ordinal);
        Assert.Contains($"deep=json {wanted} ", Decoding.Json(OtlpJson.Traces(span)).Items[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(33)]
    [InlineData(47)]
    [InlineData(48)]
    [InlineData(5_000)]
    public void Decode_ValueDeeperThanTheLimit_IsMalformed(int depth)
    {
        var value = new ProtobufWriter();
        for (var i = 0; i < depth; i++)
        {
            var inner = value;
            value = new ProtobufWriter().Message(5, array => array.Message(1, inner));
        }

        var span = OtlpProtobuf.Span(new OtlpSpan()).Message(9, attribute => attribute.Text(1, "deep").Message(2, value));

        var thrown = Assert.Throws<MalformedRequestException>(() => Decoding.Traces(OtlpProtobuf.Request(span)));
        Assert.Contains("deeper than 32 levels", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"arrayValue\":{\"values\":[", "]}}", 33)]
    [InlineData("{\"arrayValue\":{\"values\":[", "]}}", 10_000)]
    [InlineData("{\"kvlistValue\":{\"values\":[{\"key\":\"k\",\"value\":", "}]}}", 10_000)]
    [InlineData("{\"unknown\":", "}", 10_000)]
    public void Decode_JsonDeeperThanTheLimit_IsMalformed(string open, string close, int depth)
    {
        var value = string.Concat(Enumerable.Repeat(open, depth)) + "{}" + string.Concat(Enumerable.Repeat(close, depth));
        var body = $$$"""{"resourceSpans":[{"resource":{"attributes":[{"key":"deep","value":{{{value}}}}]}}]}""";

        Assert.Throws<MalformedRequestException>(() => Decoding.Json(System.Text.Encoding.UTF8.GetBytes(body)));
    }

    [Fact]
    public void Validate_LimitsBelowOne_TellsAllOfThemAtOnce()
    {
        var result = new DecodeOptionsValidator().Validate(null, new DecodeOptions { MaxItems = 0, ValueDepth = 1000, NameLength = -1 });

        Assert.True(result.Failed);
        Assert.Equal(3, result.Failures!.Count());
        Assert.True(new DecodeOptionsValidator().Validate(null, new DecodeOptions()).Succeeded);
    }

    private static object? Nested(int depth)
    {
        object? value = System.Array.Empty<object?>();
        for (var i = 1; i < depth; i++) value = new[] { value };
        return value;
    }

    private static byte[] Spans(int count) =>
        new ProtobufWriter().Message(1, resource => resource.Message(2, new ProtobufWriter().EmptyMessages(2, count))).ToArray();

    private static byte[] Points(int count) =>
        OtlpProtobuf.Metrics(new OtlpMetric("m", OtlpMetric.Gauge, [.. Enumerable.Range(0, count).Select(_ => new OtlpPoint { Value = 1L })]));

    private static byte[] InSpan(int field, int count) => OtlpProtobuf.Request(new ProtobufWriter().EmptyMessages(field, count));
}
