using Tidemark.Collector.Model;
using Tidemark.Collector.Tests.Recognise.Support;

namespace Tidemark.Collector.Tests.Recognise.Recorded;

public class RecordedTests
{
    public static TheoryData<string> All =>
    [
        .. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Recognise", "Recorded"), "*.json").Select(path => Path.GetFileNameWithoutExtension(path)!),
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void Recognise_AnyRecording_KeepsNoContent(string name)
    {
        var recording = Recording.Of(name);

        Assert.All(
            recording.Operations.Concat(recording.Waiting),
            operation => Assert.DoesNotContain("MARKER", operation + Recognisers.Text(operation.Attributes) + Recognisers.Text(operation.Content), StringComparison.Ordinal));
        Assert.True(recording.Counts.ContentDropped > 0 || recording.Operations.Count == 0);
    }

    [Fact]
    public void Recognise_VercelAi5_CountsEachProviderCallOnce()
    {
        var recording = Recording.Of("vercel-ai-5");

        var calls = recording.ModelCalls.Where(call => call.Series is { Kind: OperationKind.Inference, Model: "gpt-4o" }).ToList();
        Assert.Equal(3, calls.Count);
        Assert.All(calls, call => Assert.Equal((1200, 90, "openai", "s-1", "u-1"), (call.Tokens.Input, call.Tokens.Output, call.Series.Provider, call.SessionId, call.UserId)));
        Assert.Single(calls, call => call.FinishReason == "tool_call");
        Assert.Single(calls, call => call is { TimeToFirstTokenMs: > 0, Tokens: { CacheRead: 1000, Reasoning: 30 } });
        Assert.Equal("weather", Assert.Single(recording.Operations, operation => operation.Series.Kind == OperationKind.Tool).Series.Tool);
        Assert.Equal(8, Assert.Single(recording.ModelCalls, call => call.Series.Kind == OperationKind.Embedding).Tokens.Input);
        Assert.Equal(3, recording.Operations.Count(operation => operation.Series is { Kind: OperationKind.Agent, Agent: "answer" }));
        Assert.Equal(new Failure("AI_APICallError", "other"), Assert.Single(recording.ModelCalls, call => call.IsError).Failure);
    }

    [Fact]
    public void Recognise_VercelAi7_CountsEachProviderCallOnce()
    {
        var recording = Recording.Of("vercel-ai-7");

        var calls = recording.ModelCalls.Where(call => !call.IsError).ToList();
        Assert.Equal(3, calls.Count);
        Assert.All(calls, call => Assert.Equal(new TokenUsage(1200, 90, 1000, null, null), call.Tokens));
        // 200 x 2.5 + 1000 x 1.25 + 90 x 10, per million
        Assert.All(calls, call => Assert.Equal(new Cost(0.00265m, CostSource.Computed), call.Cost));
        Assert.Single(calls, call => call.TimeToFirstTokenMs > 0);
        Assert.Equal(new Failure("AI_APICallError", "rate_limit"), Assert.Single(recording.ModelCalls, call => call.IsError).Failure);
        Assert.Equal(3, recording.Operations.Count(operation => operation.Series is { Kind: OperationKind.Agent, Agent: "answer" }));
        Assert.Equal("weather", Assert.Single(recording.Operations, operation => operation.Series.Kind == OperationKind.Tool).Series.Tool);
        Assert.Equal(3600, calls.Sum(call => call.Tokens.Input!.Value));
    }

    [Fact]
    public void Recognise_OpenInference_GivesRows()
    {
        var recording = Recording.Of("openinference-openai");

        var call = Assert.Single(recording.ModelCalls, call => !call.Tokens.IsEmpty);
        Assert.Equal(new TokenUsage(1200, 90, 1000, null, 30), call.Tokens);
        Assert.Equal(("openai", "gpt-4o-2024-08-06", "stop", 0.00265m), (call.Series.Provider, call.RequestModel, call.FinishReason, call.Cost!.Value.Usd));
        Assert.Single(recording.ModelCalls, embedding => embedding.Series is { Kind: OperationKind.Embedding, Model: "text-embedding-3-small" });
    }

    [Fact]
    public void Recognise_OpenLlmetryOpenAi_GivesRows()
    {
        var recording = Recording.Of("openllmetry-openai");

        var call = Assert.Single(recording.ModelCalls, call => !call.Tokens.IsEmpty);
        Assert.Equal(new TokenUsage(1200, 90, null, null, null), call.Tokens);
        Assert.Equal(("openai", "gpt-4o", "gpt-4o-2024-08-06", "stop"), (call.Series.Provider, call.RequestModel, call.ResponseModel, call.FinishReason));
    }

    [Fact]
    public void Recognise_OpenLlmetryAnthropic_PutsCacheBackIntoInput()
    {
        var recording = Recording.Of("openllmetry-anthropic");

        var call = Assert.Single(recording.ModelCalls, call => !call.IsError);
        Assert.Equal(new TokenUsage(1200, 90, 900, 100, null), call.Tokens);
        // 200 x 3 + 900 x 0.30 + 100 x 3.75 + 90 x 15, per million
        Assert.Equal(new Cost(0.002595m, CostSource.Computed), call.Cost);
        Assert.Single(recording.ModelCalls, failed => failed.IsError);
    }

    [Fact]
    public void Recognise_Codex_CountsTheCallOnceOverBothSignals()
    {
        var logs = Recording.Of("codex.logs");
        var traces = Recording.Of("codex.traces");

        var call = Assert.Single(logs.Operations);
        Assert.Equal(new TokenUsage(1200, 90, 1000, 0, 30), call.Tokens);
        Assert.Equal(("codex_exec", "dev", "openai", "gpt-5-codex"), (call.Series.Service, call.Series.Environment, call.Series.Provider, call.Series.Model));
        Assert.Equal(call.SessionId, Assert.Single(logs.Signals).SessionId);
        Assert.Empty(logs.Waiting);
        Assert.Empty(traces.Operations);
        Assert.True(traces.Counts.Ignored > 0);
    }

    [Fact]
    public void Recognise_GeminiCli_CountsTheCallOnceOverBothSignals()
    {
        var logs = Recording.Of("gemini-cli.logs");
        var traces = Recording.Of("gemini-cli.traces");

        var call = Assert.Single(logs.Operations);
        Assert.Equal(new TokenUsage(1200, 90, 1000, null, 30), call.Tokens);
        Assert.Equal(("gemini-cli", "gcp.gemini", "gemini-2.5-pro", "stop"), (call.Series.Service, call.Series.Provider, call.Series.Model, call.FinishReason));
        Assert.True(call.Duration > TimeSpan.Zero);
        Assert.Equal((SessionSignalKind.Start, call.SessionId), (Assert.Single(logs.Signals).Kind, logs.Signals[0].SessionId));
        Assert.Empty(logs.Waiting);
        Assert.Empty(traces.Operations);
    }
}
