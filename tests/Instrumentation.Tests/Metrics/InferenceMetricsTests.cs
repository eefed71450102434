using System.Diagnostics.Metrics;
using Tidemark.Instrumentation.Tests.Testing;

namespace Tidemark.Instrumentation.Tests.Metrics;

public sealed class InferenceMetricsTests : IDisposable
{
    private readonly MetricRecorder _metrics = new();
    private readonly string _model = Guid.NewGuid().ToString();

    public void Dispose() => _metrics.Dispose();

    [Fact]
    public void Record_CurrentNames_AreTheConventions()
    {
        Call(GenAiConventions.Current);

        Assert.Equal(
            [
                ("gen_ai.client.inference.duration", "s"),
                ("gen_ai.client.inference.operation.input_tokens", "{token}"),
                ("gen_ai.client.inference.operation.output_tokens", "{token}"),
                ("gen_ai.client.inference.time_per_output_chunk", "s"),
                ("gen_ai.client.inference.time_to_first_chunk", "s"),
                ("gen_ai.client.inference.usage.cache_read.input_tokens", "{token}"),
                ("gen_ai.client.inference.usage.cache_write.input_tokens", "{token}"),
                ("gen_ai.client.inference.usage.input_tokens", "{token}"),
                ("gen_ai.client.inference.usage.output_tokens", "{token}"),
                ("gen_ai.client.inference.usage.reasoning.output_tokens", "{token}"),
                ("tidemark.context.ratio", "1"),
            ],
            Recorded().Select(measured => (measured.Name, measured.Instrument.Unit!)).Order());
        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["gen_ai.operation.name"] = "chat",
                ["gen_ai.provider.name"] = "openai",
                ["gen_ai.request.model"] = _model,
                ["gen_ai.response.model"] = "answering",
                ["gen_ai.token.modality"] = "unknown",
            },
            One("gen_ai.client.inference.usage.input_tokens").Tags);
        Assert.Equal(812, One("gen_ai.client.inference.usage.input_tokens").Value);
        Assert.Equal(96, One("gen_ai.client.inference.operation.output_tokens").Value);
        Assert.Equal(0.812, One("tidemark.context.ratio").Value);
        Assert.IsType<Counter<long>>(One("gen_ai.client.inference.usage.output_tokens").Instrument);
        Assert.Equal(14, ((Histogram<double>)One("gen_ai.client.inference.duration").Instrument).Advice!.HistogramBucketBoundaries!.Count);
    }

    [Fact]
    public void Record_OlderNames_AreThoseUpTo141()
    {
        Call(GenAiConventions.Older);

        Assert.Equal(
            [
                ("gen_ai.client.operation.duration", "s"),
                ("gen_ai.client.operation.time_per_output_chunk", "s"),
                ("gen_ai.client.operation.time_to_first_chunk", "s"),
                ("gen_ai.client.token.usage", "{token}"),
                ("gen_ai.client.token.usage", "{token}"),
                ("tidemark.context.ratio", "1"),
            ],
            Recorded().Select(measured => (measured.Name, measured.Instrument.Unit!)).Order());
        Assert.Equal(
            [("input", 812d), ("output", 96d)],
            Recorded().Where(measured => measured.Name == "gen_ai.client.token.usage")
                .Select(measured => ((string)measured.Tags["gen_ai.token.type"]!, measured.Value)));
        Assert.Equal("openai", Recorded().First(measured => measured.Name == "gen_ai.client.operation.duration").Tags["gen_ai.system"]);
    }

    [Fact]
    public void Record_Failed_CountsOneCallOfNoTokens()
    {
        using (var call = new TidemarkClient().Current.StartInference(_model))
            call.SetError("429");

        Assert.Equal("429", One("gen_ai.client.inference.duration").Tags["error.type"]);
        Assert.Equal(0, One("gen_ai.client.inference.operation.input_tokens").Value);
        Assert.DoesNotContain(Recorded(), measured => measured.Name.Contains("usage", StringComparison.Ordinal));
    }

    [Fact]
    public void Record_UsageUntold_CountsNoTokens()
    {
        new TidemarkClient().Current.StartInference(_model).Dispose();

        Assert.Equal(["gen_ai.client.inference.duration"], Recorded().Select(measured => measured.Name));
    }

    [Fact]
    public void RecordEmbedding_Told_IsAClientOperation()
    {
        using (var call = new TidemarkClient().Current.StartEmbedding(_model, "openai"))
            call.SetUsage(12);

        Assert.Equal(["gen_ai.client.operation.duration"], Recorded().Select(measured => measured.Name));
        Assert.Equal("embeddings", One("gen_ai.client.operation.duration").Tags["gen_ai.operation.name"]);
    }

    private void Call(GenAiConventions conventions)
    {
        var tidemark = new TidemarkClient(options: new TidemarkOptions { Conventions = conventions });
        using var call = tidemark.Current.StartInference(_model, "openai");
        call.ChunkReceived();
        call.ChunkReceived();
        call.SetUsage(new TokenUsage(Input: 812, Output: 96, CacheRead: 512, CacheWrite: 100, Reasoning: 40));
        call.SetResponse("answering");
        call.SetContextWindow(1000);
    }

    private IReadOnlyList<Measured> Recorded() => _metrics.With("gen_ai.request.model", _model);

    private Measured One(string name) => Recorded().Single(measured => measured.Name == name);
}
