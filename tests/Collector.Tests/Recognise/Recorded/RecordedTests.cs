using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Sessions;
using Tidemark.Collector.Tests.Recognise.Testing;

namespace Tidemark.Collector.Tests.Recognise.Recorded;

public class RecordedTests
{
    public static TheoryData<string> All =>
    [
        .. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Recognise", "Recorded"), "*.json")
            .Select(path => Path.GetFileNameWithoutExtension(path)!),
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void Recognise_AnyRecording_KeepsNoContent(string name)
    {
        var recording = Recording.Of(name);

        Assert.All(
            recording.Operations.Concat(recording.Waiting),
            operation => Assert.DoesNotContain(
                "MARKER", operation + Recognisers.Text(operation.Attributes) + Recognisers.Text(operation.Content), StringComparison.Ordinal));
        Assert.All(recording.Points, point => Assert.DoesNotContain("MARKER", point + Recognisers.Text(point.Attributes), StringComparison.Ordinal));
        Assert.True(recording.Counts.ContentDropped > 0 || recording.Operations.Count == 0);
    }

    [Fact]
    public void Recognise_VercelAi5_CountsEachProviderCallOnce()
    {
        var recording = Recording.Of("vercel-ai-5");

        var calls = recording.ModelCalls.Where(call => call.Series is { Kind: OperationKind.Inference, Model: "gpt-4o" }).ToList();
        Assert.Equal(3, calls.Count);
        Assert.All(
            calls,
            call => Assert.Equal(
                (1200, 90, "openai", "s-1", "u-1"), (call.Tokens.Input, call.Tokens.Output, call.Series.Provider, call.SessionId, call.UserId)));
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
        Assert.Equal(call.SessionId, Assert.Single(logs.Notices).SessionId);
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
        Assert.Equal((SessionNoticeKind.Start, call.SessionId), (Assert.Single(logs.Notices).Kind, logs.Notices[0].SessionId));
        Assert.Empty(logs.Waiting);
        Assert.Empty(traces.Operations);
    }

    [Fact]
    public void Recognise_ClaudeCode_KnowsEachCallOfBothSignalsByOneId()
    {
        var logs = Recording.Of("claude-code.logs");
        var traces = Recording.Of("claude-code.traces");

        Assert.Equal(3, logs.ModelCalls.Count());
        Assert.Equal(
            logs.Operations.Select(operation => operation.CallId).Order(), traces.Operations.Select(operation => operation.CallId).OfType<string>().Order());
        Assert.Equal(traces.Operations.Select(operation => operation.SessionId).ToHashSet(), [.. logs.Operations.Select(operation => operation.SessionId)]);
        Assert.Equal(2, logs.Operations.Select(operation => operation.SessionId).Distinct().Count());
        Assert.Empty(logs.Waiting);
        foreach (var recording in new[] { logs, traces })
        {
            var calls = recording.ModelCalls.Where(call => !call.IsError).ToList();
            Assert.Equal(2, calls.Count);
            Assert.All(calls, call => Assert.Equal(new TokenUsage(1200, 90, 900, 100, null), call.Tokens));
            Assert.All(calls, call => Assert.Equal(
                ("claude-code", OperationKind.Inference, "anthropic", "claude-sonnet-4-5-20250929", "u-1"),
                (call.Series.Service, call.Series.Kind, call.Series.Provider, call.Series.Model, call.UserId)));
            // Reported by the event, computed for the span: 200 x 3 + 900 x 0.30 + 100 x 3.75 + 90 x 15, per million
            Assert.All(calls, call => Assert.Equal(0.002595m, call.Cost!.Value.Usd));
            Assert.All(recording.Operations, operation => Assert.True(operation.Duration > TimeSpan.Zero));
            Assert.Equal(new Failure("429", "rate_limit"), Assert.Single(recording.Operations, operation => operation.IsError).Failure);
            Assert.Equal("Bash", Assert.Single(recording.Operations, operation => operation.Series.Kind == OperationKind.Tool).Series.Tool);
        }

        Assert.Equal(["stop", "tool_call"], traces.ModelCalls.Select(call => call.FinishReason).OfType<string>().Order());
        Assert.All(traces.ModelCalls.Where(call => !call.IsError), call => Assert.True(call.TimeToFirstTokenMs > 0));
        Assert.Equal(2, traces.Operations.Count(operation => operation.Series.Kind == OperationKind.Agent && operation.Tokens.IsEmpty));
    }

    [Fact]
    public void Recognise_ClaudeCodeMetrics_GivesPointsAndNoOperations()
    {
        var recording = Recording.Of("claude-code.metrics");

        var tokens = recording.Points.Where(point => point.Metric == "claude_code.token.usage").ToList();
        Assert.Equal([180, 200, 400, 1800], tokens.Select(point => point.Value!.Value).Order());
        Assert.All(tokens, point => Assert.Equal(("claude-code", false), (point.Service, point.IsCumulative)));
        Assert.Equal(0.00519, Assert.Single(recording.Points, point => point is { Metric: "claude_code.cost.usage", Unit: "USD" }).Value!.Value, 6);
        Assert.Empty(recording.Operations);
    }

    [Fact]
    public void Recognise_CopilotCli_GivesCallsAndTheirAgents()
    {
        var recording = Recording.Of("copilot-cli.traces");

        var calls = recording.ModelCalls.Where(call => !call.IsError).ToList();
        Assert.Equal(2, calls.Count);
        Assert.All(calls, call => Assert.Equal(new TokenUsage(1200, 90, 1000, null, 30), call.Tokens));
        Assert.All(calls, call => Assert.Equal(
            ("github-copilot", OperationKind.Inference, "github", "gpt-4o"), (call.Series.Service, call.Series.Kind, call.Series.Provider, call.Series.Model)));
        Assert.Equal(["stop", "tool_call"], calls.Select(call => call.FinishReason).OfType<string>().Order());
        Assert.All(calls, call => Assert.True(call is { TimeToFirstTokenMs: > 0, Cost: { Source: CostSource.Computed, Usd: 0.00265m } }));
        Assert.All(recording.Operations, operation => Assert.True(operation.Duration > TimeSpan.Zero));
        Assert.All(recording.Operations, operation => Assert.Equal((operation.ConversationId, false), (operation.SessionId, operation.SessionId is null)));
        Assert.Equal(2, recording.Operations.Select(operation => operation.SessionId).Distinct().Count());
        Assert.Equal("bash", Assert.Single(recording.Operations, operation => operation.Series.Kind == OperationKind.Tool).Series.Tool);
        Assert.Equal(new Failure("ModelCallError", "other"), Assert.Single(recording.ModelCalls, call => call.IsError).Failure);
        var agents = recording.Operations.Where(operation => operation.Series.Kind == OperationKind.Agent).ToList();
        Assert.Equal(new Failure("rate_limit", "rate_limit"), Assert.Single(agents, agent => agent.IsError).Failure);
    }

    [Fact]
    public void Recognise_CopilotCliMetrics_GivesPoints()
    {
        var points = Recording.Of("copilot-cli.metrics").Points;

        Assert.Equal(2400, points.Where(point => point.Metric == "gen_ai.client.inference.usage.input_tokens").Sum(point => point.Value));
        Assert.Equal(2, points.Where(point => point.Metric == "gen_ai.invoke_agent.duration").Sum(point => point.Count));
        Assert.All(points, point => Assert.True(point.IsCumulative));
    }

    [Fact]
    public void Recognise_OpenLit_CountsTheCallOnceOverBothSignals()
    {
        var traces = Recording.Of("openlit.traces");
        var logs = Recording.Of("openlit.logs");

        var calls = traces.ModelCalls.Where(call => call.Series is { Provider: "openai", Kind: OperationKind.Inference } && !call.IsError).ToList();
        Assert.Equal(2, calls.Count);
        Assert.All(calls, call => Assert.Equal(new TokenUsage(1200, 90, 1000, null, null), call.Tokens));
        Assert.All(calls, call => Assert.Equal(
            ("recorded", "dev", "gpt-4o", "gpt-4o-2024-08-06", "s-1", "stop"),
            (call.Series.Service, call.Series.Environment, call.Series.Model, call.ResponseModel, call.SessionId, call.FinishReason)));
        // From its price list, which has no price of cached tokens: 1200 x 2.5 + 90 x 10, per million
        Assert.All(calls, call => Assert.Equal(new Cost(0.0039m, CostSource.Reported), call.Cost));
        Assert.Equal("u-1", Assert.Single(calls, call => call.TimeToFirstTokenMs is null).UserId);
        Assert.Single(calls, call => call.TimeToFirstTokenMs > 0);
        Assert.Equal(8, Assert.Single(traces.ModelCalls, call => call.Series.Kind == OperationKind.Embedding).Tokens.Input);
        Assert.Equal(new Failure("RateLimitError", "rate_limit"), Assert.Single(traces.ModelCalls, call => call.IsError).Failure);
        Assert.All(traces.Operations, operation => Assert.True(operation.Duration > TimeSpan.Zero));
        Assert.Empty(logs.Operations);
        Assert.Equal(3, logs.Waiting.Count);
        Assert.All(logs.Waiting, waiting => Assert.Contains(traces.Operations, operation => operation.Key.SpanId == waiting.Key.SpanId));
    }

    [Fact]
    public void Recognise_OpenLitAnthropic_PutsCacheBackIntoInput()
    {
        var call = Assert.Single(Recording.Of("openlit.traces").ModelCalls, call => call.Series.Provider == "anthropic");

        Assert.Equal(new TokenUsage(1200, 90, 900, 100, null), call.Tokens);
        // It reported 0 because it had no price for the model.
        Assert.Equal(new Cost(0.002595m, CostSource.Computed), call.Cost);
    }
}
