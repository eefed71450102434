using Tidemark.Collector.Decode;
using Tidemark.Collector.Model;
using Tidemark.Collector.Recognise;
using Tidemark.Collector.Recognise.Prices;
using Tidemark.Collector.Recognise.Privacy;

namespace Tidemark.Collector.Tests.Recognise.Support;

internal static class Recognisers
{
    private static readonly PriceBook Shipped = PriceCatalogue.Load(new());

    /// <summary>A recogniser whose clock stands an hour after <see cref="Telemetry.Start"/>, ready for a request.</summary>
    public static Recogniser New(RecogniseOptions? options = null, PrivacyOptions? privacy = null, PriceBook? prices = null)
    {
        var parts = RecogniseServices.Share(options ?? new(), privacy ?? new(), prices ?? Shipped, new FakeTime(Telemetry.Start.AddHours(1)));
        var recogniser = new Recogniser(parts);
        recogniser.Begin();
        return recogniser;
    }

    public static Operation Operation(SpanRecord span)
    {
        var recognition = New().Recognise(span);
        Assert.Equal(RecognitionOutcome.Operation, recognition.Outcome);
        return recognition.Operation!;
    }
}
