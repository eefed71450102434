using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Pipeline.Signals;

/// <summary>
/// Microsoft.Extensions.AI, the Agent Framework around it (which wraps the chat client once more, and so reports usage and metrics
/// twice), and Semantic Kernel. The SDK's HTTP client reports the same call as a call to a service.
/// </summary>
internal static class MicrosoftCall
{
    private const string Ai = "Experimental.Microsoft.Extensions.AI";
    private const string Agents = "Experimental.Microsoft.Agents.AI";
    private const string Workflows = "Microsoft.Agents.AI.Workflows";
    private const string Kernel = "Microsoft.SemanticKernel";

    private static readonly (string, object?)[] Usage = [
        ("gen_ai.usage.input_tokens", 1000), ("gen_ai.usage.output_tokens", 200), ("gen_ai.usage.cache_read.input_tokens", 400)
    ];

    public static ReportedCall SendExtensionsAi(CallSender sender)
    {
        sender.From("desk");
        Send(sender, 0);
        return new ReportedCall("dependency 1, inference 1, tool 1", 1200, 0.004m);
    }

    public static ReportedCall SendAgentFramework(CallSender sender)
    {
        var session = ("session.id", (object?)sender.Session);
        (string, object?)[] call = [("gen_ai.conversation.id", sender.Session), ("gen_ai.provider.name", "openai"), ("gen_ai.request.model", "gpt-4o")];
        sender.From("desk")
            .Span(Workflows, 1, 0, "workflow.session", 1, [new OtlpSpanEvent("session.started")], session, ("workflow.id", "w-1"))
            .Span(Workflows, 2, 1, "workflow_invoke", 1, [new OtlpSpanEvent("workflow.started")], session, ("workflow.id", "w-1"), ("workflow.name", "Triage"))
            .Span(Workflows, 3, 2, "executor.process Planner", 1, session, ("executor.id", "Planner"))
            .Span(
                Agents, 4, 3, "invoke_agent Planner(a1)", 3,
                [
                    .. call, .. Usage, ("gen_ai.operation.name", "invoke_agent"), ("gen_ai.agent.id", "a1"), ("gen_ai.agent.name", "Planner"),
                    ("gen_ai.response.id", sender.Response)
                ])
            // The wrapped client records its metrics as calls of their own.
            .Histogram(Agents, "gen_ai.client.token.usage", "{token}", 1000, [.. call[1..], ("gen_ai.operation.name", "chat"), ("gen_ai.token.type", "input")])
            .Histogram(Agents, "gen_ai.client.operation.duration", "s", 2, [.. call[1..], ("gen_ai.operation.name", "chat")]);
        Send(sender, 4);
        return new ReportedCall("agent 1, dependency 1, inference 1, tool 1, workflow 1", 1200, 0.004m);
    }

    public static ReportedCall SendSemanticKernel(CallSender sender)
    {
        // No conversation: an enclosing library or a processor stamps the session.
        var session = ("session.id", (object?)sender.Session);
        (string, object?)[] usage =
        [
            session, ("gen_ai.system", "openai"), ("gen_ai.request.model", "gpt-4o"), ("gen_ai.usage.input_tokens", 1000), ("gen_ai.usage.output_tokens", 200),
        ];
        OtlpSpanEvent[] messages = [new("gen_ai.user.message") { Attributes = new OtlpAttributes { { "gen_ai.system", "openai" } } }, new("gen_ai.choice")];
        sender.From("desk")
            .Span(
                $"{Kernel}.Diagnostics", 1, 0, "invoke_agent Planner", 1,
                [.. usage, ("gen_ai.operation.name", "invoke_agent"), ("gen_ai.agent.name", "Planner")])
            .Span(
                $"{Kernel}.Diagnostics", 2, 1, "chat gpt-4o", 3, messages,
                [.. usage, ("gen_ai.operation.name", "chat"), ("gen_ai.response.id", sender.Response), ("gen_ai.response.finish_reason", "tool_calls")])
            .Span(
                Kernel, 3, 1, "execute_tool search", 1, session, ("gen_ai.operation.name", "execute_tool"), ("gen_ai.tool.name", "search"),
                ("gen_ai.tool.call.id", "c-1"))
            .Log($"{Kernel}.Diagnostics", 2, "gen_ai.choice", session, ("gen_ai.system", "openai"))
            .Counter($"{Kernel}.Connectors.OpenAI", "semantic_kernel.connectors.openai.tokens.prompt", "{token}", 1000)
            .Counter($"{Kernel}.Connectors.OpenAI", "semantic_kernel.connectors.openai.tokens.total", "{token}", 1200)
            .Histogram(Kernel, "semantic_kernel.function.invocation.duration", "s", 0.04, ("semantic_kernel.function.name", "search"));
        return new ReportedCall("agent 1, inference 1, tool 1", 1200, 0.0045m);
    }

    private static void Send(CallSender sender, byte parent)
    {
        var conversation = ("gen_ai.conversation.id", (object?)sender.Session);
        (string, object?)[] call = [conversation, ("gen_ai.provider.name", "openai"), ("gen_ai.request.model", "gpt-4o")];
        sender
            .Span(Ai, 5, parent, "orchestrate_tools", 1, [.. Usage, conversation])
            .Span(
                Ai, 6, 5, "chat gpt-4o", 3,
                [
                    .. call, .. Usage, ("gen_ai.operation.name", "chat"), ("gen_ai.response.id", sender.Response),
                    ("gen_ai.response.finish_reasons", "[\"tool_calls\"]")
                ])
            .Span(
                "System.Net.Http", 7, 6, "POST", 3, conversation, ("http.request.method", "POST"), ("server.address", "api.openai.com"),
                ("url.full", "https://api.openai.com/v1/chat/completions"), ("http.response.status_code", 200))
            .Span(
                Ai, 8, 5, "execute_tool search", 1, conversation, ("gen_ai.operation.name", "execute_tool"), ("gen_ai.tool.name", "search"),
                ("gen_ai.tool.call.id", "c-1"))
            .Histogram(Ai, "gen_ai.client.token.usage", "{token}", 1000, [.. call[1..], ("gen_ai.operation.name", "chat"), ("gen_ai.token.type", "input")])
            .Histogram(Ai, "gen_ai.client.operation.duration", "s", 2, [.. call[1..], ("gen_ai.operation.name", "chat")]);
    }
}
