namespace Tidemark.Collector.IntegrationTests.Pipeline.Signals;

/// <summary>OpenLLMetry: workflow, agent and task spans around the call's, message events, metrics; in JavaScript Anthropic's own count.</summary>
internal static class OpenLlmetryCall
{
    private const string Sdk = "traceloop.tracer";

    public static ReportedCall Send(CallSender sender)
    {
        const string openAi = "opentelemetry.instrumentation.openai.v1";
        var session = ("traceloop.association.properties.session_id", (object?)sender.Session);
        (string, object?)[] call = [session, ("llm.request.type", "chat"), ("gen_ai.system", "openai"), ("gen_ai.request.model", "gpt-4o")];
        (string, object?)[] usage = [("gen_ai.usage.prompt_tokens", 1000), ("gen_ai.usage.completion_tokens", 200), ("llm.usage.total_tokens", 1200)];
        sender.From("desk");
        SendEntities(sender, session, usage);
        sender
            .Span(openAi, 4, 3, "openai.chat", 3, [.. call, .. usage, ("gen_ai.response.id", sender.Response), ("gen_ai.response.model", "gpt-4o-2024-08-06")])
            .Log(openAi, 4, "gen_ai.user.message", session, ("gen_ai.system", "openai"))
            .Log(openAi, 4, "gen_ai.choice", session, ("gen_ai.system", "openai"))
            .Histogram(openAi, "gen_ai.client.token.usage", "token", 1000, ("gen_ai.system", "openai"), ("gen_ai.token.type", "input"))
            .Histogram(openAi, "gen_ai.client.operation.duration", "s", 2, ("gen_ai.system", "openai"))
            .Counter(openAi, "gen_ai.client.generation.choices", "choice", 1, ("gen_ai.system", "openai"));
        return new ReportedCall("agent 1, inference 1, other 1, tool 1, workflow 1", 1200, 0.0045m);
    }

    public static ReportedCall SendAnthropic(CallSender sender)
    {
        const string anthropic = "@traceloop/instrumentation-anthropic";
        var session = ("traceloop.association.properties.session_id", (object?)sender.Session);
        (string, object?)[] usage =
        [
            ("gen_ai.usage.input_tokens", 200), ("gen_ai.usage.output_tokens", 90), ("gen_ai.usage.total_tokens", 290),
            ("gen_ai.usage.cache_creation.input_tokens", 100), ("gen_ai.usage.cache_read.input_tokens", 900),
        ];
        sender.From("desk");
        SendEntities(sender, session, usage);
        sender
            .Span(
                anthropic, 4, 3, "chat claude-sonnet-4-5", 3,
                [.. usage, session, ("gen_ai.provider.name", "anthropic"), ("gen_ai.operation.name", "chat"), ("gen_ai.request.model", "claude-sonnet-4-5")])
            .Histogram(anthropic, "gen_ai.client.token.usage", "token", 200, ("gen_ai.provider.name", "anthropic"), ("gen_ai.token.type", "input"));
        return new ReportedCall("agent 1, inference 1, other 1, tool 1, workflow 1", 1290, 0.002595m);
    }

    /// <summary>What the SDK's decorators report, with the totals that some versions put there.</summary>
    private static void SendEntities(CallSender sender, (string, object?) session, (string, object?)[] totals) => sender
        .Span(
            Sdk, 1, 0, "triage.workflow", 1,
            [.. totals, session, ("traceloop.span.kind", "workflow"), ("traceloop.entity.name", "triage"), ("traceloop.workflow.name", "triage")])
        .Span(Sdk, 2, 1, "planner.agent", 1, [.. totals, session, ("traceloop.span.kind", "agent"), ("traceloop.entity.name", "planner")])
        .Span(Sdk, 3, 2, "ask.task", 1, [.. totals, session, ("traceloop.span.kind", "task"), ("traceloop.entity.name", "ask")])
        .Span(Sdk, 5, 2, "search.tool", 1, session, ("traceloop.span.kind", "tool"), ("traceloop.entity.name", "search"));
}
