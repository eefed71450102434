using Microsoft.Extensions.Options;
using Tidemark.Collector.Decode;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Traces;
using Tidemark.Collector.Recognise;
using Tidemark.Collector.Recognise.Prices;
using Tidemark.Testing;
using Tidemark.Testing.Recordings;

namespace Tidemark.Collector.Tests.Derive.Traces;

/// <summary>The expected recognition of recorded programs.</summary>
internal sealed class RecordedItems : ITelemetrySink
{
    private readonly Recogniser _recogniser;
    private readonly List<(Operation? Operation, TraceFact? Fact)> _items = [];

    private RecordedItems(long latestNanos)
    {
        var now = DateTimeOffset.UnixEpoch.AddTicks(latestNanos / 100).AddMinutes(1);
        _recogniser = new Recogniser(RecogniseServices.Share(new(), new(), PriceCatalogue.Load(new()), new FakeTime(now)));
        _recogniser.Begin("test");
    }

    /// <summary>The operations and facts of each request.</summary>
    public static IReadOnlyList<IReadOnlyList<(Operation? Operation, TraceFact? Fact)>> Of(IReadOnlyList<RecordedRequest> requests)
    {
        var sink = new RecordedItems(requests.Max(request => request.LatestNanos()));
        var recognised = new List<IReadOnlyList<(Operation? Operation, TraceFact? Fact)>>();
        foreach (var request in requests.Where(request => request.Signal != "metrics"))
        {
            var signal = request.Signal == "logs" ? OtlpSignal.Logs : OtlpSignal.Traces;
            new OtlpDecoders(Options.Create(new DecodeOptions())).Decode(signal, OtlpEncoding.Json, request.ToBytes(), sink);
            recognised.Add([.. sink._items]);
            sink._items.Clear();
        }

        return recognised;
    }

    public void OnSpan(SpanRecord span) => Keep(_recogniser.Recognise(span));

    public void OnLog(LogRecord log) => Keep(_recogniser.Recognise(log));

    public void OnMetricPoint(MetricPointRecord point) => Assert.Fail("No metrics are decoded.");

    public void OnRejected(string reason) => Assert.Fail(reason);

    private void Keep(in Recognition recognition)
    {
        Assert.NotEqual(RecognitionOutcome.Rejected, recognition.Outcome);
        if (recognition.Operation is not null || recognition.Fact is not null) _items.Add((recognition.Operation, recognition.Fact));
    }
}
