using Tidemark.Instrumentation.Tests.Testing;

namespace Tidemark.Instrumentation.Tests.Metrics;

/// <summary>Metrics of an app without listeners to spans.</summary>
[Collection(nameof(Alone))]
public sealed class UntracedTests : IDisposable
{
    private readonly MetricRecorder _metrics = new();
    private readonly string _model = Guid.NewGuid().ToString();
    private readonly TidemarkClient _tidemark = new();

    public void Dispose() => _metrics.Dispose();

    [Theory]
    [InlineData(2.5, 2.5)]
    [InlineData(-1, 0)]
    public void Inference_TimesGiven_DurationIsTheirs(double given, double expected)
    {
        var start = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        var call = _tidemark.Current.StartInference(_model, startTime: start);
        Assert.Null(call.Activity);
        call.End(start.AddSeconds(given));

        Assert.Equal(expected, Duration());
    }

    [Fact]
    public void Inference_StartGiven_DurationIsSinceThen()
    {
        _tidemark.Current.StartInference(_model, startTime: new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero)).Dispose();

        Assert.True(Duration() > TimeSpan.FromDays(365).TotalSeconds);
    }

    private double Duration() =>
        Assert.Single(_metrics.With("gen_ai.request.model", _model), measured => measured.Name == "gen_ai.client.inference.duration").Value;
}
