namespace Tidemark.Collector.IntegrationTests.Pipeline.Signals;

/// <summary>
/// OTel's conventions: the call's span and its details event, aggregates on workflow and agent, the model server's side of the same
/// call, older and newer metrics; and a tool run through MCP, reported by the framework, the MCP client and the MCP server.
/// </summary>
internal static class GenAiCall
{
    private const string Scope = "my.instrumentation";

    public static ReportedCall Send(CallSender sender)
    {
        var session = ("session.id", (object?)sender.Session);
        (string, object?)[] call = [session, ("gen_ai.provider.name", "openai"), ("gen_ai.request.model", "gpt-4o")];
        (string, object?)[] usage = [
            .. call, ("gen_ai.usage.input_tokens", 1000), ("gen_ai.usage.output_tokens", 200), ("gen_ai.usage.cache_read.input_tokens", 400)
        ];
        sender.From("desk")
            .Span(Scope, 1, 0, "invoke_workflow triage", 1, session, ("gen_ai.operation.name", "invoke_workflow"), ("gen_ai.workflow.name", "triage"))
            .Span(Scope, 2, 1, "invoke_agent planner", 1, [.. usage, ("gen_ai.operation.name", "invoke_agent"), ("gen_ai.agent.name", "planner")])
            .Span(Scope, 3, 2, "chat gpt-4o", 3, [.. usage, ("gen_ai.operation.name", "chat"), ("gen_ai.response.id", sender.Response)])
            .Log(Scope, 3, "gen_ai.client.inference.operation.details", [.. usage, ("gen_ai.operation.name", "chat"), ("gen_ai.response.id", sender.Response)])
            .Log(Scope, 3, "gen_ai.evaluation.result", session, ("gen_ai.evaluation.name", "relevance"), ("gen_ai.response.id", sender.Response))
            .Span("vllm", 4, 3, "llm_request", 2, [.. usage, ("gen_ai.operation.name", "chat")])
            .Span(
                Scope, 5, 2, "execute_tool search", 1, session, ("gen_ai.operation.name", "execute_tool"), ("gen_ai.tool.name", "search"),
                ("gen_ai.tool.call.id", "c-1"))
            .Span(
                "mcp.client", 6, 5, "tools/call search", 3, session, ("mcp.method.name", "tools/call"), ("gen_ai.operation.name", "execute_tool"),
                ("gen_ai.tool.name", "search"), ("mcp.session.id", "m-1"))
            .Span(
                "mcp.server", 7, 6, "tools/call search", 2, session, ("mcp.method.name", "tools/call"), ("gen_ai.tool.name", "search"),
                ("mcp.session.id", "m-1"))
            .Histogram("mcp.client", "mcp.client.operation.duration", "s", 0.04, ("mcp.method.name", "tools/call"), ("gen_ai.tool.name", "search"))
            .Histogram(Scope, "gen_ai.client.token.usage", "{token}", 1000, [.. call[1..], ("gen_ai.operation.name", "chat"), ("gen_ai.token.type", "input")])
            .Counter(
                Scope, "gen_ai.client.inference.usage.input_tokens", "{token}", 1000,
                [.. call[1..], ("gen_ai.operation.name", "chat"), ("gen_ai.token.modality", "text")])
            .Histogram(Scope, "gen_ai.invoke_agent.inference_calls", "{inference_call}", 1, ("gen_ai.agent.name", "planner"));
        return new ReportedCall("agent 1, inference 1, other 2, request 1, tool 1, workflow 1", 1200, 0.004m);
    }
}
