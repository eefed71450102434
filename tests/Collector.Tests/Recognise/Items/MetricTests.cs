using Tidemark.Collector.Decode;
using Tidemark.Collector.Recognise;
using Tidemark.Collector.Tests.Recognise.Testing;

namespace Tidemark.Collector.Tests.Recognise.Items;

public class MetricTests
{
    [Fact]
    public void Recognise_Sum_GivesFullPoint()
    {
        var point = Point(value: 42);

        var result = Recognisers.New().Recognise(point);

        Assert.Equal(RecognitionOutcome.MetricPoint, result.Outcome);
        var metric = result.Point!;
        Assert.Equal(("claude_code.token.usage", "tokens", "claude-code", "dev"), (metric.Metric, metric.Unit, metric.Service, metric.Environment));
        Assert.Equal((Telemetry.Start.AddHours(-1), Telemetry.Start, 42.0, true), (metric.StartedAt, metric.Time, metric.Value!.Value, metric.IsCumulative));
        Assert.Equal("""{"type":"input","session.id":"s-1"}""", Recognisers.Text(metric.Attributes));
    }

    [Fact]
    public void Recognise_Histogram_KeepsCountAndSum()
    {
        var point = Point(value: null, kind: MetricKind.Histogram);
        point.Count = 3;
        point.Sum = 1.5;

        var metric = Recognisers.New().Recognise(point).Point!;

        Assert.Equal((null, 3L, 1.5), (metric.Value, metric.Count!.Value, metric.Sum!.Value));
    }

    [Fact]
    public void Recognise_LabelsOfMachinesAndOfTheCollector_AreKept()
    {
        (string, object?)[] labels = [
            ("signal", "traces"), ("device", "/dev/nvme0n1p1"), ("mountpoint", "/var/lib/data"), ("direction", "read"), ("note", "what a person wrote")
        ];

        var metric = Recognisers.New().Recognise(Point(1, name: "system.disk.io", attributes: labels)).Point!;

        Assert.Equal("""{"signal":"traces","device":"/dev/nvme0n1p1","mountpoint":"/var/lib/data","direction":"read"}""", Recognisers.Text(metric.Attributes));
    }

    [Theory]
    [InlineData(nameof(MetricKind.Sum), false, true, true)]
    [InlineData(nameof(MetricKind.Sum), true, true, false)]
    [InlineData(nameof(MetricKind.Sum), false, false, false)]
    [InlineData(nameof(MetricKind.Gauge), false, false, false)]
    [InlineData(nameof(MetricKind.Histogram), false, false, true)]
    [InlineData(nameof(MetricKind.Histogram), true, false, false)]
    [InlineData(nameof(MetricKind.Summary), false, false, true)]
    public void Recognise_Temporality_TellsWhatIsCumulative(string kind, bool isDelta, bool isMonotonic, bool expected)
    {
        var point = Point(value: 1, kind: Enum.Parse<MetricKind>(kind));
        point.IsDelta = isDelta;
        point.IsMonotonic = isMonotonic;

        Assert.Equal(expected, Recognisers.New().Recognise(point).Point!.IsCumulative);
    }

    [Fact]
    public void Recognise_Identity_DependsOnWhatIdentifiesTheStream()
    {
        var identity = IdentityOf(Point(1));

        Assert.Equal(identity, IdentityOf(Point(2)));
        Assert.Equal(identity, IdentityOf(Point(1, attributes: [("session.id", "s-1"), ("user.email", "a@example.com"), ("type", "input")])));
        Assert.NotEqual(identity, IdentityOf(Point(1, attributes: [("type", "output"), ("session.id", "s-1")])));
        Assert.NotEqual(identity, IdentityOf(Point(1, attributes: [("type", "input")])));
        Assert.NotEqual(identity, IdentityOf(Point(1, instance: "b")));
        Assert.NotEqual(identity, IdentityOf(Point(1, name: "other")));
    }

    [Fact]
    public void Recognise_NothingToSay_IsIgnored()
    {
        var point = Point(1);
        point.HasNoValue = true;

        Assert.Equal(RecognitionOutcome.Ignored, Recognisers.New().Recognise(point).Outcome);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(null)]
    public void Recognise_UnusableNumber_IsIgnoredAndCounted(double? value)
    {
        var recogniser = Recognisers.New();

        Assert.Equal(RecognitionOutcome.Ignored, recogniser.Recognise(Point(value)).Outcome);
        Assert.Equal((1, 1), (recogniser.Counts.NumbersInvalid, recogniser.Counts.Ignored));
    }

    [Fact]
    public void Recognise_OutOfRange_IsRejected()
    {
        var point = Point(1);
        point.TimeNanos = 1;

        Assert.Equal(RecognitionOutcome.Rejected, Recognisers.New().Recognise(point).Outcome);
    }

    private static Guid IdentityOf(MetricPointRecord point) => Recognisers.New().Recognise(point).Point!.Identity;

    private static MetricPointRecord Point(
        double? value, MetricKind kind = MetricKind.Sum, string name = "claude_code.token.usage", string instance = "a",
        (string, object?)[]? attributes = null) =>
        new Telemetry("claude-code", "com.anthropic.claude_code")
            .Resource("service.instance.id", instance)
            .Resource("deployment.environment", "dev")
            .Point(name, "tokens", kind, value, attributes ?? [("type", "input"), ("session.id", "s-1"), ("user.email", "a@example.com")]);
}
