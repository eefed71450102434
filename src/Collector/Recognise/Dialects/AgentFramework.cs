using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>
/// Microsoft Agent Framework, .NET and Python. Workflow internals (executors, edges, messages) are ignored, as the work they run is reported
/// by its own spans. Source: github.com/microsoft/agent-framework.
/// </summary>
internal static class AgentFramework
{
    public static readonly Dialect Dialect = new("microsoft.agents.ai")
    {
        Inherits = GenAi.Dialect,
        Scopes = ["Experimental.Microsoft.Agents.AI", "Microsoft.Agents.AI", "agent_framework"],
        MarkerKeys = ["workflow_builder.name", "compaction.before.tokens", "executor.id"],
        Keys = new Dictionary<Field, SourceKey[]>
        {
            [Field.Workflow] = ["workflow.name", "workflow_builder.name"],
            [Field.ContextBefore] = ["compaction.before.tokens"],
            [Field.ContextAfter] = ["compaction.after.tokens"],
        },
        Names =
        [
            new("workflow_invoke*", OperationType.InvokeWorkflow),
            new("workflow.run*", OperationType.InvokeWorkflow),
            new("workflow.build*", OperationType.None),
            new("workflow.session*", OperationType.None),
            new("executor.process*", OperationType.None),
            new("edge_group.process*", OperationType.None),
            new("message.send*", OperationType.None),
            new("compaction.compact*", OperationType.Compaction),
            new("compaction.summarize*", OperationType.None),
        ],
        SpanEvents =
        [
            new("session.started", EventMeaning.SessionStart),
            new("session.completed", EventMeaning.SessionEnd),
            new("session.error", EventMeaning.SessionEnd),
        ],
    };
}
