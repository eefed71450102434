using System.Text.Unicode;
using Microsoft.Extensions.Options;
using Tidemark.Collector.Decode;
using Tidemark.Testing;
using Tidemark.Testing.Otlp;
using Xunit.Abstractions;

namespace Tidemark.Collector.Tests.Decode;

/// <summary>
/// Random bytes, and requests with bytes changed, removed, duplicated or copied: read, or rejected by one of the two
/// typed exceptions; and whatever text comes out is text that a database takes.
/// </summary>
public sealed class DecoderFuzzTests(ITestOutputHelper output)
{
    private const int Rounds = 15_000;

    private static readonly OtlpAttributes Attributes = new()
    {
        { "gen_ai.request.model", "gpt-5" },
        { "text", "é世🌊\"\\" },
        { "numbers", new object?[] { 1L, 2.5, true, null, new byte[] { 1, 2, 3 } } },
        { "map", new OtlpAttributes { { "k", new object?[] { new OtlpAttributes { { "x", "y" } } } } } },
    };

    private static readonly OtlpSpan Span = new() { Attributes = Attributes, Events = [new OtlpSpanEvent("e") { Attributes = Attributes }], StatusCode = 2 };
    private static readonly OtlpLog Log = new() { Attributes = Attributes, Body = Attributes, EventName = "event" };
    private static readonly OtlpPoint Point = new() { Value = 1L, Count = 2, Sum = 3, Attributes = Attributes };

    private static readonly OtlpMetric[] Metrics =
    [
        new("gauge", OtlpMetric.Gauge, Point),
        new("sum", OtlpMetric.Sum, Point) { Temporality = 1, IsMonotonic = true },
        new("histogram", OtlpMetric.Histogram, Point) { Temporality = 2 },
        new("exponential", OtlpMetric.ExponentialHistogram, Point),
        new("summary", OtlpMetric.Summary, Point),
    ];

    private static readonly Dictionary<(OtlpSignal, OtlpEncoding), byte[]> Seeds = new()
    {
        [(OtlpSignal.Traces, OtlpEncoding.Protobuf)] = OtlpProtobuf.Traces(Span, Span),
        [(OtlpSignal.Traces, OtlpEncoding.Json)] = OtlpJson.Traces(Span, Span),
        [(OtlpSignal.Logs, OtlpEncoding.Protobuf)] = OtlpProtobuf.Logs(Log, Log),
        [(OtlpSignal.Logs, OtlpEncoding.Json)] = OtlpJson.Logs(Log, Log),
        [(OtlpSignal.Metrics, OtlpEncoding.Protobuf)] = OtlpProtobuf.Metrics(Metrics),
        [(OtlpSignal.Metrics, OtlpEncoding.Json)] = OtlpJson.Metrics(Metrics),
    };

    private readonly OtlpDecoders _decoders = new(Options.Create(new DecodeOptions()));

    [Theory]
    [InlineData((int)OtlpSignal.Traces, (int)OtlpEncoding.Protobuf, 1)]
    [InlineData((int)OtlpSignal.Traces, (int)OtlpEncoding.Json, 2)]
    [InlineData((int)OtlpSignal.Logs, (int)OtlpEncoding.Protobuf, 3)]
    [InlineData((int)OtlpSignal.Logs, (int)OtlpEncoding.Json, 4)]
    [InlineData((int)OtlpSignal.Metrics, (int)OtlpEncoding.Protobuf, 5)]
    [InlineData((int)OtlpSignal.Metrics, (int)OtlpEncoding.Json, 6)]
    public void Decode_MutatedRequests_AreReadOrRefusedByType(int signal, int encoding, int seed)
    {
        var random = new Random(seed);
        var key = ((OtlpSignal)signal, (OtlpEncoding)encoding);
        var read = 0;
        for (var round = 0; round < Rounds; round++)
        {
            if (TryDecode(key, Mutation.Of(Seeds[key], random))) read++;
        }

        output.WriteLine($"seed {seed}: {read} of {Rounds} were read");
        Assert.InRange(read, 1, Rounds - 1);
    }

    [Fact]
    public void Decode_RandomBytes_AreReadOrRefusedByType()
    {
        const int seed = 7;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            var body = new byte[random.Next(64)];
            random.NextBytes(body);
            foreach (var key in Seeds.Keys) TryDecode(key, body);
        }
    }

    private bool TryDecode((OtlpSignal Signal, OtlpEncoding Encoding) key, byte[] body)
    {
        try
        {
            _decoders.Decode(key.Signal, key.Encoding, body, new TextCheckingSink());
            return true;
        }
        catch (Exception e) when (e is MalformedRequestException or TooManyItemsException)
        {
            return false;
        }
    }

    /// <summary>Fails on text with U+0000 or invalid UTF-8.</summary>
    private sealed class TextCheckingSink : ITelemetrySink
    {
        public void OnSpan(SpanRecord span)
        {
            Check(span.Name);
            Check(span.Attributes);
            Check(span.Resource.Attributes);
            for (var i = 0; i < span.Events.Count; i++) Check(span.Events[i].Attributes);
        }

        public void OnLog(LogRecord log)
        {
            Check(log.EventName);
            Check(log.Body);
            Check(log.Attributes);
        }

        public void OnMetricPoint(MetricPointRecord point)
        {
            Check(point.Name);
            Check(point.Unit);
            Check(point.Attributes);
        }

        public void OnRejected(string reason) => Assert.NotEmpty(reason);

        private static void Check(AttributeList list)
        {
            foreach (var attribute in list.AsSpan())
            {
                Check(attribute.Key);
                Check(attribute.Value);
            }
        }

        private static void Check(in AttributeValue value)
        {
            if (value.Kind is AttributeValueKind.String or AttributeValueKind.Json) Check(value.Text);
            if (value.Kind == AttributeValueKind.Json) System.Text.Json.JsonDocument.Parse(value.Text).Dispose();
        }

        private static void Check(ReadOnlyMemory<byte> text)
        {
            Assert.True(Utf8.IsValid(text.Span));
            Assert.False(text.Span.Contains((byte)0));
        }
    }
}
