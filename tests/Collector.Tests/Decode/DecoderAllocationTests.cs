using Microsoft.Extensions.Options;
using Tidemark.Collector.Decode;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.Tests.Decode;

/// <summary>Protobuf is decoded from the request's buffer into reused records.</summary>
public sealed class DecoderAllocationTests
{
    private static readonly OtlpAttributes Attributes = new()
    {
        { "gen_ai.operation.name", "chat" },
        { "gen_ai.request.model", "gpt-5" },
        { "gen_ai.usage.input_tokens", 812L },
        { "gen_ai.response.finish_reasons", new object?[] { "stop" } },
        { "repaired", "a\0b" },
        { "ratio", 0.5 },
    };

    public static TheoryData<int> Signals => [(int)OtlpSignal.Traces, (int)OtlpSignal.Logs, (int)OtlpSignal.Metrics];

    [Theory]
    [MemberData(nameof(Signals))]
    public void Decode_SecondRequest_AllocatesNothing(int signal)
    {
        var body = Body((OtlpSignal)signal);
        var decoders = new OtlpDecoders(Options.Create(new DecodeOptions()));
        var sink = new CountingSink();
        decoders.Decode((OtlpSignal)signal, OtlpEncoding.Protobuf, body, sink);

        var before = GC.GetAllocatedBytesForCurrentThread();
        decoders.Decode((OtlpSignal)signal, OtlpEncoding.Protobuf, body, sink);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(200, sink.Items);
        Assert.Equal(0, allocated);
    }

    private static byte[] Body(OtlpSignal signal) => signal switch
    {
        OtlpSignal.Traces =>
            OtlpProtobuf.Traces([.. Enumerable.Range(0, 100)
                .Select(_ => new OtlpSpan { Attributes = Attributes, Events = [new OtlpSpanEvent("e") { Attributes = Attributes }] })]),
        OtlpSignal.Logs => OtlpProtobuf.Logs([.. Enumerable.Range(0, 100).Select(_ => new OtlpLog { Attributes = Attributes, Body = "text" })]),
        _ =>
            OtlpProtobuf.Metrics(new OtlpMetric(
                "m", OtlpMetric.Sum, [.. Enumerable.Range(0, 100).Select(_ => new OtlpPoint { Value = 1L, Attributes = Attributes })])),
    };

    private sealed class CountingSink : ITelemetrySink
    {
        public int Items { get; private set; }

        public void OnSpan(SpanRecord span) => Items++;

        public void OnLog(LogRecord log) => Items++;

        public void OnMetricPoint(MetricPointRecord point) => Items++;

        public void OnRejected(string reason) => Items--;
    }
}
