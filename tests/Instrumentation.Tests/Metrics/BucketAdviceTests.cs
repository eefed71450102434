using System.Diagnostics.Metrics;
using Tidemark.Instrumentation.Tests.Testing;

namespace Tidemark.Instrumentation.Tests.Metrics;

/// <summary>The bucket boundaries of the GenAI conventions; every histogram has some.</summary>
public sealed class BucketAdviceTests : IDisposable
{
    private static readonly double[] Seconds = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92];
    private static readonly double[] AgentSeconds = [0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8, 25.6, 51.2, 102.4, 204.8, 409.6];
    private static readonly double[] WorkflowSeconds = [1, 5, 10, 30, 60, 120, 300, 600, 1800, 3600, 7200];
    private static readonly double[] Calls = [1, 2, 4, 8, 16, 32, 64, 128];
    private static readonly double[] Tokens =
        [1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216, 67108864];

    private static readonly Dictionary<string, double[]> Advised = new()
    {
        ["gen_ai.client.inference.duration"] = Seconds,
        ["gen_ai.client.inference.time_to_first_chunk"] = Seconds,
        ["gen_ai.client.inference.time_per_output_chunk"] = Seconds,
        ["gen_ai.client.inference.operation.input_tokens"] = Tokens,
        ["gen_ai.client.inference.operation.output_tokens"] = Tokens,
        ["gen_ai.client.operation.duration"] = Seconds,
        ["gen_ai.client.operation.time_to_first_chunk"] = Seconds,
        ["gen_ai.client.operation.time_per_output_chunk"] = Seconds,
        ["gen_ai.client.token.usage"] = Tokens,
        ["gen_ai.execute_tool.duration"] = Seconds,
        ["gen_ai.invoke_agent.duration"] = AgentSeconds,
        ["gen_ai.invoke_agent.inference_calls"] = Calls,
        ["gen_ai.invoke_agent.tool_calls"] = Calls,
        ["gen_ai.invoke_workflow.duration"] = WorkflowSeconds,
    };

    private readonly MetricRecorder _metrics = new();

    public void Dispose() => _metrics.Dispose();

    [Fact]
    public void Histograms_OfTheConventions_AdviseTheirBuckets()
    {
        // Instruments are created when their class is first used.
        var tidemark = new TidemarkClient(options: new TidemarkOptions { Conventions = GenAiConventions.Both });
        using (tidemark.StartSession("s"))
        using (tidemark.Current.StartWorkflow("w"))
        using (tidemark.Current.StartAgent("a"))
        using (var call = tidemark.Current.StartInference("m"))
        {
            call.ChunkReceived();
            tidemark.Current.StartTool("search").Dispose();
        }

        var advice = _metrics.Instruments.Select(instrument => (instrument.Name, Bounds: BoundsOf(instrument)))
            .Where(reported => reported.Bounds is not null)
            .ToDictionary();

        Assert.All(Advised, advised => Assert.Equal(advised.Value, advice[advised.Key]!));
        Assert.All(advice.Values, bounds => Assert.NotEmpty(bounds!));
    }

    private static double[]? BoundsOf(Instrument instrument) => instrument switch
    {
        Histogram<double> histogram => [.. histogram.Advice?.HistogramBucketBoundaries ?? []],
        Histogram<long> histogram => [.. (histogram.Advice?.HistogramBucketBoundaries ?? []).Select(bound => (double)bound)],
        _ => null,
    };
}
