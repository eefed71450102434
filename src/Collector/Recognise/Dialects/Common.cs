using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>Inherited by all dialects: OpenTelemetry's general attributes and Tidemark's own.</summary>
internal static class Common
{
    public const string EventName = "event.name";

    public static readonly Dialect Dialect = new("tidemark")
    {
        IsGeneral = true,
        MarkerKeys =
        [
            "tidemark.operation.kind", "tidemark.dependency", "tidemark.cache.backend", "tidemark.cache.hit", "tidemark.cache.store",
            "tidemark.context.max", "tidemark.cost.usd", "tidemark.context.before", "tidemark.context.after",
        ],
        Keys = new Dictionary<Field, SourceKey[]>
        {
            [Field.Session] = PublicIds.Sessions,
            [Field.PreviousSession] = ["session.previous_id"],
            [Field.SessionName] = ["session.name"],
            [Field.Conversation] = PublicIds.Conversations,
            [Field.User] = PublicIds.Users,
            [Field.Agent] = ["gen_ai.agent.name"],
            [Field.Workflow] = ["gen_ai.workflow.name"],
            [Field.ContextMax] = ["tidemark.context.max", "gen_ai.context.window_size"],
            [Field.ContextBefore] = ["tidemark.context.before"],
            [Field.ContextAfter] = ["tidemark.context.after"],
            [Field.Compacted] = ["gen_ai.conversation.compacted"],
            [Field.Cost] = ["tidemark.cost.usd"],
            [Field.ErrorType] = ["error.type"],
            [Field.StatusCode] = ["http.response.status_code", "http.status_code"],
            [Field.CacheBackend] = ["tidemark.cache.backend"],
            [Field.CacheHit] = ["tidemark.cache.hit"],
            [Field.CacheStore] = ["tidemark.cache.store"],
            [Field.RequestBytes] = ["tidemark.request.bytes"],
            [Field.ResponseBytes] = ["tidemark.response.bytes"],
            [Field.Dependency] = ["tidemark.dependency"],
            [Field.EventName] = [EventName],
        },
        Operations =
        [
            new("tidemark.operation.kind", new Dictionary<string, OperationType>
            {
                ["inference"] = new(OperationKind.Inference, ""),
                ["embedding"] = new(OperationKind.Embedding, ""),
                ["tool"] = new(OperationKind.Tool, ""),
                ["agent"] = new(OperationKind.Agent, ""),
                ["workflow"] = new(OperationKind.Workflow, ""),
                ["cache"] = OperationType.Cache,
                ["dependency"] = OperationType.Dependency,
                ["request"] = OperationType.Request,
                ["other"] = OperationType.Custom,
            }),
        ],
        Fallbacks =
        [
            OperationRule.IfPresent("tidemark.cache.backend", OperationType.Cache),
            OperationRule.IfPresent("tidemark.cache.hit", OperationType.Cache),
            OperationRule.IfPresent("tidemark.dependency", OperationType.Dependency),
        ],
        Events =
        [
            new("session.start", EventMeaning.SessionStart),
            new("session.end", EventMeaning.SessionEnd),
        ],
        NoContent = SemanticConventions.NoContent,
        Personal = SemanticConventions.Personal,
        Content = SemanticConventions.Content,
    };
}
