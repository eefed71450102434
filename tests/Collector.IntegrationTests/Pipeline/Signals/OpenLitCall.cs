namespace Tidemark.Collector.IntegrationTests.Pipeline.Signals;

/// <summary>OpenLIT: framework and agent spans with totals and cost around the call's, and metrics for tokens and cost.</summary>
internal static class OpenLitCall
{
    public static ReportedCall Send(CallSender sender)
    {
        const string langGraph = "openlit.instrumentation.langgraph";
        const string openAi = "openlit.instrumentation.openai";
        (string, object?)[] common = [("gen_ai.session.id", sender.Session), ("gen_ai.application_name", "desk"), ("gen_ai.environment", "test")];
        (string, object?)[] usage =
        [
            .. common, ("gen_ai.provider.name", "openai"), ("gen_ai.request.model", "gpt-4o"), ("gen_ai.usage.input_tokens", 1000),
            ("gen_ai.usage.output_tokens", 200),
            ("gen_ai.usage.total_tokens", 1200), ("gen_ai.usage.cost", 0.0045),
        ];
        sender.From("desk")
            .Span(langGraph, 1, 0, "graph_execution", 1, [.. usage, ("gen_ai.operation.name", "graph_execution"), ("gen_ai.workflow.name", "triage")])
            .Span(langGraph, 2, 1, "invoke_agent planner", 1, [.. usage, ("gen_ai.operation.name", "invoke_agent"), ("gen_ai.agent.name", "planner")])
            .Span(
                openAi, 3, 2, "chat gpt-4o", 3,
                [.. usage, ("gen_ai.operation.name", "chat"), ("gen_ai.response.id", sender.Response), ("gen_ai.server.time_to_first_token", 0.2)])
            .Span(
                langGraph, 4, 2, "execute_tool search", 1,
                [.. common, ("gen_ai.operation.name", "execute_tool"), ("gen_ai.tool.name", "search"), ("gen_ai.tool.call.id", "c-1")])
            .Histogram("openlit.otel.metrics", "gen_ai.client.token.usage", "{token}", 1000, ("gen_ai.operation.name", "chat"), ("gen_ai.token.type", "input"))
            .Histogram("openlit.otel.metrics", "gen_ai.usage.cost", "USD", 0.0045, ("gen_ai.operation.name", "chat"))
            .Histogram("openlit.otel.metrics", "gen_ai.client.operation.duration", "s", 2, ("gen_ai.operation.name", "chat"));
        return new ReportedCall("agent 1, inference 1, tool 1, workflow 1", 1200, 0.0045m);
    }

    /// <summary>The JavaScript instrumentation of Anthropic, whose input excludes cache.</summary>
    public static ReportedCall SendCacheApart(CallSender sender)
    {
        const string anthropic = "@openlit/instrumentation-anthropic";
        (string, object?)[] common = [("gen_ai.session.id", sender.Session), ("gen_ai.application_name", "desk"), ("gen_ai.environment", "test")];
        sender.From("desk")
            .Span(anthropic, 1, 0, "chat claude-sonnet-4-5", 3,
            [
                .. common, ("gen_ai.operation.name", "chat"), ("gen_ai.provider.name", "anthropic"), ("gen_ai.request.model", "claude-sonnet-4-5"),
                ("gen_ai.usage.input_tokens", 800), ("gen_ai.usage.cache_read.input_tokens", 200), ("gen_ai.usage.output_tokens", 200),
                ("gen_ai.usage.cost", 0.0045), ("gen_ai.response.id", sender.Response),
            ])
            .Histogram(anthropic, "gen_ai.client.token.usage", "{token}", 800, ("gen_ai.operation.name", "chat"), ("gen_ai.token.type", "input"))
            .Histogram(anthropic, "gen_ai.client.operation.duration", "s", 2, ("gen_ai.operation.name", "chat"));
        return new ReportedCall("inference 1", 1200, 0.0045m);
    }
}
