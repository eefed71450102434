using Tidemark.Collector.Recognise;
using Tidemark.Collector.Tests.Recognise.Testing;

namespace Tidemark.Collector.Tests.Recognise.Items;

public class TimeTests
{
    private static readonly (string, object?)[] Chat = [("gen_ai.operation.name", "chat"), ("gen_ai.request.model", "m")];

    [Theory]
    [InlineData(-29, true)]
    [InlineData(-31, false)]
    [InlineData(-3650, false)]
    [InlineData(3650, false)]
    public void Recognise_StartDaysAway_IsAcceptedWithinRetention(int days, bool accepted)
    {
        var span = new Telemetry().Span("chat m", attributes: Chat);
        span.StartNanos = Telemetry.Nanos(Telemetry.Start.AddDays(days));
        span.EndNanos = span.StartNanos;
        var recogniser = Recognisers.New();

        var recognition = recogniser.Recognise(span);

        Assert.Equal(accepted ? RecognitionOutcome.Operation : RecognitionOutcome.Rejected, recognition.Outcome);
        Assert.Equal((accepted ? 0 : 1, recognition.Reason), (recogniser.Counts.Rejected, recogniser.Counts.FirstReason));
    }

    [Theory]
    [InlineData(69, true)]
    [InlineData(71, false)]
    public void Recognise_StartMinutesAhead_IsAcceptedWithinTolerance(int minutes, bool accepted)
    {
        var span = new Telemetry().Span("chat m", attributes: Chat);
        span.StartNanos = Telemetry.Nanos(Telemetry.Start.AddMinutes(minutes));

        var outcome = Recognisers.New().Recognise(span).Outcome;

        Assert.Equal(accepted ? RecognitionOutcome.Operation : RecognitionOutcome.Rejected, outcome);
    }

    [Theory]
    [InlineData(0UL)]
    [InlineData(ulong.MaxValue)]
    public void Recognise_ImpossibleStart_IsRejected(ulong nanos)
    {
        var span = new Telemetry().Span("chat m", attributes: Chat);
        span.StartNanos = nanos;

        Assert.Equal(RecognitionOutcome.Rejected, Recognisers.New().Recognise(span).Outcome);
    }

    [Theory]
    [InlineData(-1_000_000)]
    [InlineData(long.MinValue)]
    public void Recognise_EndMissingOrBeforeStart_HasNoDuration(long after)
    {
        var span = new Telemetry().Span("chat m", attributes: Chat);
        span.EndNanos = after == long.MinValue ? 0 : span.StartNanos + (ulong)after;

        Assert.Null(Recognisers.Operation(span).Duration);
    }

    [Fact]
    public void Recognise_EndIsStart_LastsZero()
    {
        var span = new Telemetry().Span("chat m", attributes: Chat);
        span.EndNanos = span.StartNanos;

        Assert.Equal(TimeSpan.Zero, Recognisers.Operation(span).Duration);
    }

    [Fact]
    public void Recognise_Nanoseconds_AreCutToMicroseconds()
    {
        var span = new Telemetry().Span("chat m", attributes: Chat);
        span.StartNanos += 1_999;
        span.EndNanos = span.StartNanos + 5_999;

        var operation = Recognisers.Operation(span);

        Assert.Equal((Telemetry.Start.AddMicroseconds(1), DateTimeKind.Utc), (operation.Key.StartedAt, operation.Key.StartedAt.Kind));
        Assert.Equal(TimeSpan.FromMicroseconds(5), operation.Duration);
    }

    [Fact]
    public void Recognise_EventWithoutTime_TakesObservedTimeElseIsRejected()
    {
        var log = new Telemetry("claude-code").Log("", "claude_code.api_request", ("event.name", "api_request"), ("model", "m"));
        log.TimeNanos = 0;
        Assert.Equal(RecognitionOutcome.Rejected, Recognisers.New().Recognise(log).Outcome);

        log.ObservedNanos = Telemetry.Nanos(Telemetry.Start);
        Assert.Equal(Telemetry.Start, Recognisers.Operation(log).Key.StartedAt);
    }

    [Fact]
    public void Recognise_IgnoredSpanOutOfRange_IsIgnoredAllTheSame()
    {
        var span = new Telemetry().Span("work", kind: 1);
        span.StartNanos = 0;

        Assert.Equal(RecognitionOutcome.Ignored, Recognisers.New().Recognise(span).Outcome);
    }
}
