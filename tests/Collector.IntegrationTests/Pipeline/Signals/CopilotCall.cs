using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Pipeline.Signals;

/// <summary>GitHub Copilot in VS Code and on the command line: agent span with the turn's usage, call span, events that repeat both, metrics.</summary>
internal static class CopilotCall
{
    // Copilot's models have no price per token.
    private const decimal Unpriced = 0;

    public static ReportedCall SendChat(CallSender sender)
    {
        sender.From("copilot-chat", ("session.id", "window-1"));
        Send(sender, "copilot-chat", "copilot_chat", ("copilot_chat.chat_session_id", sender.Session), []);
        return new ReportedCall("agent 1, inference 1, tool 1", 750, Unpriced);
    }

    public static ReportedCall SendCli(CallSender sender)
    {
        sender.From("github-copilot");
        Send(
            sender, "github.copilot", "github.copilot", ("gen_ai.agent.id", sender.Session),
            [new OtlpSpanEvent("github.copilot.session.compaction_complete")
            {
                Attributes = new OtlpAttributes { { "pre_tokens", 900 }, { "post_tokens", 700 } },
            }]);
        return new ReportedCall("agent 1, inference 1, tool 1", 750, Unpriced);
    }

    private static void Send(CallSender sender, string scope, string own, (string, object?) session, OtlpSpanEvent[] events)
    {
        (string, object?)[] call = [session, ("gen_ai.provider.name", "github"), ("gen_ai.request.model", "copilot-model")];
        (string, object?)[] usage = [
            .. call, ("gen_ai.usage.input_tokens", 700), ("gen_ai.usage.output_tokens", 50), ("gen_ai.usage.cache_read.input_tokens", 400)
        ];
        sender
            .Span(
                scope, 1, 0, "invoke_agent copilot", 1, events,
                [.. usage, ("gen_ai.operation.name", "invoke_agent"), ("gen_ai.agent.name", "copilot"), ("github.copilot.turn_count", 1)])
            .Span(
                scope, 2, 1, "chat copilot-model", 3,
                [.. usage, ("gen_ai.operation.name", "chat"), ("gen_ai.response.id", sender.Response), ("github.copilot.interaction_id", "i-1")])
            .Span(
                scope, 3, 1, "execute_tool readFile", 1, session, ("gen_ai.operation.name", "execute_tool"), ("gen_ai.tool.name", "readFile"),
                ("gen_ai.tool.call.id", "call_1"))
            .Log(scope, 2, "", [.. usage, ("event.name", "gen_ai.client.inference.operation.details"), ("gen_ai.operation.name", "chat")])
            .Log(scope, 3, "", session, ("event.name", $"{own}.tool.call"), ("gen_ai.tool.name", "readFile"), ("duration_ms", 40), ("success", true))
            .Log(scope, 1, "", [.. usage, ("event.name", $"{own}.agent.turn"), ("turn.index", 0)])
            .Histogram(scope, "gen_ai.client.token.usage", "{token}", 700, [.. call[1..], ("gen_ai.operation.name", "chat"), ("gen_ai.token.type", "input")])
            .Histogram(scope, "gen_ai.client.operation.duration", "s", 2, [.. call[1..], ("gen_ai.operation.name", "chat")])
            .Counter(scope, $"{own}.tool.call.count", "1", 1, ("gen_ai.tool.name", "readFile"));
    }
}
