using Microsoft.Extensions.Options;
using Tidemark.Collector.Decode;
using Tidemark.Collector.Model.Metrics;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Sessions;
using Tidemark.Collector.Recognise;
using Tidemark.Collector.Recognise.Prices;
using Tidemark.Collector.Tests.Recognise.Testing;
using Tidemark.Testing;

namespace Tidemark.Collector.Tests.Recognise.Recorded;

/// <summary>Decodes and recognises a recorded request, with a clock an hour after the recording.</summary>
internal sealed class Recording : ITelemetrySink
{
    private readonly Recogniser _recogniser;

    private Recording(byte[] body)
    {
        var first = new FirstTime();
        Decode(body, first);
        _recogniser = new Recogniser(RecogniseServices.Share(new(), new(), PriceCatalogue.Load(new()), new FakeTime(first.Time.AddHours(1))));
        _recogniser.Begin("test");
        Decode(body, this);
        Counts = _recogniser.Counts;
    }

    public List<Operation> Operations { get; } = [];

    public List<Operation> Waiting { get; } = [];

    public List<SessionNotice> Notices { get; } = [];

    public List<MetricPoint> Points { get; } = [];

    public RecognitionCounts Counts { get; }

    public IEnumerable<Operation> ModelCalls => Operations.Where(operation => operation.IsModelCall);

    public static Recording Of(string name) =>
        new(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Recognise", "Recorded", name + ".json")));

    public void OnSpan(SpanRecord span) => Keep(_recogniser.Recognise(span));

    public void OnLog(LogRecord log) => Keep(_recogniser.Recognise(log));

    public void OnMetricPoint(MetricPointRecord point)
    {
        var recognition = _recogniser.Recognise(point);
        Assert.NotEqual(RecognitionOutcome.Rejected, recognition.Outcome);
        if (recognition.Point is { } kept) Points.Add(kept);
    }

    public void OnRejected(string reason) => Assert.Fail(reason);

    private static void Decode(byte[] body, ITelemetrySink sink)
    {
        new OtlpDecoders(Options.Create(new DecodeOptions())).Decode(SignalOf(body), OtlpEncoding.Json, body, sink);
    }

    private static OtlpSignal SignalOf(ReadOnlySpan<byte> body)
    {
        if (body.IndexOf("\"resourceLogs\""u8) >= 0) return OtlpSignal.Logs;
        return body.IndexOf("\"resourceMetrics\""u8) >= 0 ? OtlpSignal.Metrics : OtlpSignal.Traces;
    }

    private void Keep(in Recognition recognition)
    {
        Assert.NotEqual(RecognitionOutcome.Rejected, recognition.Outcome);
        if (recognition.Outcome == RecognitionOutcome.Operation) Operations.Add(recognition.Operation!);
        if (recognition.Outcome == RecognitionOutcome.WaitsForSpan) Waiting.Add(recognition.Operation!);
        if (recognition.Notice is { } notice) Notices.Add(notice);
    }

    private sealed class FirstTime : ITelemetrySink
    {
        public DateTimeOffset Time { get; private set; } = DateTimeOffset.MaxValue.AddDays(-1);

        public void OnSpan(SpanRecord span) => Take(span.StartNanos);

        public void OnLog(LogRecord log) => Take(log.TimeNanos != 0 ? log.TimeNanos : log.ObservedNanos);

        public void OnMetricPoint(MetricPointRecord point) => Take(point.TimeNanos);

        public void OnRejected(string reason) => Assert.Fail(reason);

        private void Take(ulong nanos)
        {
            var time = DateTimeOffset.UnixEpoch.AddTicks((long)(nanos / 100));
            if (time < Time) Time = time;
        }
    }
}
