using System.Text;
using System.Text.Json;
using Tidemark.Collector.Decode;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Sessions;
using Tidemark.Collector.Recognise;
using Tidemark.Collector.Recognise.Prices;
using Tidemark.Collector.Recognise.Privacy;
using Tidemark.Testing;

namespace Tidemark.Collector.Tests.Recognise.Testing;

internal static class Recognisers
{
    private static readonly PriceBook Shipped = PriceCatalogue.Load(new());

    /// <summary>A recogniser whose clock is an hour after <see cref="Telemetry.Start"/>.</summary>
    public static Recogniser New(RecogniseOptions? options = null, PrivacyOptions? privacy = null, PriceBook? prices = null)
    {
        var parts = RecogniseServices.Share(options ?? new(), privacy ?? new(), prices ?? Shipped, new FakeTime(Telemetry.Start.AddHours(1)));
        var recogniser = new Recogniser(parts);
        recogniser.Begin("test");
        return recogniser;
    }

    public static Operation Operation(SpanRecord span) => Operation(New().Recognise(span), RecognitionOutcome.Operation);

    public static Operation Operation(LogRecord log) => Operation(New().Recognise(log), RecognitionOutcome.Operation);

    public static Operation Waiting(LogRecord log) => Operation(New().Recognise(log), RecognitionOutcome.WaitsForSpan);

    public static Operation Waiting(SpanRecord span) => Operation(New().Recognise(span), RecognitionOutcome.WaitsForSpan);

    public static SessionNotice Notice(LogRecord log)
    {
        var recognition = New().Recognise(log);
        Assert.Equal(RecognitionOutcome.SessionNotice, recognition.Outcome);
        return recognition.Notice!;
    }

    public static void AssertIgnored(SpanRecord span) => Assert.Equal(RecognitionOutcome.Ignored, New().Recognise(span).Outcome);

    public static void AssertIgnored(LogRecord log) => Assert.Equal(RecognitionOutcome.Ignored, New().Recognise(log).Outcome);

    public static string Text(ReadOnlyMemory<byte> json) => Encoding.UTF8.GetString(json.Span);

    public static JsonElement Attributes(this Operation operation) => JsonDocument.Parse(operation.Attributes).RootElement;

    private static Operation Operation(Recognition recognition, RecognitionOutcome expected)
    {
        Assert.Equal(expected, recognition.Outcome);
        return recognition.Operation!;
    }
}
