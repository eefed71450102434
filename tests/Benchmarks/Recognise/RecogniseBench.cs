using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Options;
using Tidemark.Benchmarks.Ingest;
using Tidemark.Benchmarks.Running;
using Tidemark.Collector.Decode;
using Tidemark.Collector.Recognise;
using Tidemark.Collector.Recognise.Prices;

namespace Tidemark.Benchmarks.Recognise;

/// <summary>Measures the cost of recognition on top of decoding, per span, on one thread. Reports the best of many rounds, the least disturbed one.</summary>
internal sealed class RecogniseBench : IBenchmark
{
    private const int Seed = 20260301;

    public string Name => "recognise";

    public string Summary => "time and memory to recognise a span, and to ignore one of an agent's inner workings; --rounds, --spans, --sessions";

    public Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var rounds = arguments.Int("rounds", 300);
        var spans = arguments.Int("spans", 512);
        var sessions = arguments.Int("sessions", 10_000);
        arguments.RefuseUnknown();

        var template = new TemplateFactory(Seed).Create(spans);
        var decoders = new OtlpDecoders(Options.Create(new DecodeOptions()));
        var recogniser = new Recogniser(RecogniseServices.Share(new(), new(), PriceCatalogue.Load(new()), TimeProvider.System));
        var body = new byte[template.Length];
        var decode = new CountingSink();
        var recognise = new RecognisingSink(recogniser, areOperations: true);
        var ignore = new RecognisingSink(recogniser, areOperations: false);
        var noise = InnerWorkings.Request(spans, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() * 1_000_000);
        var best = (Decode: new Sample(double.MaxValue, 0), Recognise: new Sample(double.MaxValue, 0), Ignore: new Sample(double.MaxValue, 0));
        for (var round = 0; round < rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() * 1_000_000;
            template.Write(body, (ulong)round, (uint)(round * TemplateFactory.SessionsPerRequest % sessions), now);
            best.Decode = best.Decode.Better(Measure(decoders, body, decode));
            recogniser.Begin("bench");
            best.Recognise = best.Recognise.Better(Measure(decoders, body, recognise));
            recogniser.Begin("bench");
            best.Ignore = best.Ignore.Better(Measure(decoders, noise, ignore));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"spans={template.Spans} decode_ns={best.Decode.Nanoseconds / template.Spans:F0} "
                + $"recognise_ns={(best.Recognise.Nanoseconds - best.Decode.Nanoseconds) / template.Spans:F0} "
                + $"recognise_bytes={best.Recognise.Bytes / template.Spans} ignored_ns={best.Ignore.Nanoseconds / spans:F0} "
                + $"ignored_bytes={best.Ignore.Bytes / spans}"));
        return Task.FromResult(0);
    }

    private static Sample Measure(OtlpDecoders decoders, byte[] body, ITelemetrySink sink)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        decoders.Decode(OtlpSignal.Traces, OtlpEncoding.Protobuf, body, sink);
        return new Sample(Stopwatch.GetElapsedTime(start).TotalNanoseconds, GC.GetAllocatedBytesForCurrentThread() - allocated);
    }
}
