using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>
/// Keys used by SDKs, frameworks and observability products for the ids of sessions, conversations and users, on spans of any
/// dialect, as apps combine them freely. A dialect in which such a key means something else overrides it.
/// </summary>
internal static class PublicIds
{
    public static readonly SourceKey[] Sessions =
    [
        "session.id", "gen_ai.session.id", "langfuse.session.id", "traceloop.association.properties.session_id",
        "traceloop.association.properties.session.id", "microsoft.session.id", "gcp.vertex.agent.session_id",
        "ai.telemetry.metadata.sessionId", "ai.telemetry.metadata.session_id", "ai.telemetry.metadata.session.id",
        "ai.settings.runtimeContext.sessionId", "ai.settings.runtimeContext.session_id", "ai.settings.context.sessionId",
        "ai.settings.context.session_id", "ai.runtimeContext.sessionId",
        "langsmith.metadata.session_id", "langsmith.metadata.sessionId", "langsmith.metadata.ls_session_id",
        "mastra.metadata.sessionId", "mastra.metadata.session_id", "mastra.session_id",
        "gen_ai.agent.session_id", "gen_ai.agent.session.id", "mlflow.trace.session", "lmnr.association.properties.session_id",
        "langwatch.session.id", "openhands.session_id", "metadata.session_id", "litellm.session_id", "trace.session_id", "trace.session.id",
        "braintrust.metadata.session_id", "agno.session.id", "agno.session_id", "genkit:sessionId", "sentry.session.id",
    ];

    public static readonly SourceKey[] Conversations =
    [
        "gen_ai.conversation.id", "gen_ai.openai.conversation.id", "gen_ai.thread.id", "gen_ai.azure_ai_project.thread.id",
        "langsmith.metadata.thread_id", "langsmith.metadata.conversation_id", "langsmith.metadata.threadId",
        "traceloop.association.properties.conversation_id", "traceloop.association.properties.thread_id",
        "traceloop.association.properties.chat_id",
        "ai.telemetry.metadata.conversationId", "ai.telemetry.metadata.conversation_id", "ai.telemetry.metadata.threadId",
        "ai.telemetry.metadata.thread_id", "ai.telemetry.metadata.chatId",
        "ai.settings.runtimeContext.conversationId", "ai.settings.runtimeContext.threadId", "ai.settings.context.conversationId",
        "mastra.metadata.threadId", "mastra.metadata.thread_id", "mastra.threadId", "mastra.thread_id",
        "spring.ai.chat.client.conversation.id", "spring.ai.chat.memory.conversation.id", "spring.ai.chat.conversation.id",
        "gcp.vertex.agent.conversation_id", "microsoft.conversation.id", "microsoft.thread.id", "azure.ai.thread.id",
        "langwatch.thread.id", "conversation_id", "thread_id", "metadata.thread_id", "metadata.conversation_id", "openhands.conversation_id",
    ];

    public static readonly SourceKey[] Users =
    [
        "user.account_uuid", "user.account_id", "user.id", "enduser.id", "gen_ai.user.id", "gen_ai.user", "gen_ai.request.user", "langfuse.user.id",
        "traceloop.association.properties.user_id", "traceloop.association.properties.user.id", "microsoft.user.id",
        "ai.telemetry.metadata.userId", "ai.telemetry.metadata.user_id", "ai.telemetry.metadata.user.id",
        "ai.settings.runtimeContext.userId", "ai.settings.runtimeContext.user_id", "ai.settings.context.userId", "ai.settings.context.user_id",
        "ai.runtimeContext.userId",
        "langsmith.metadata.user_id", "langsmith.metadata.userId", "mastra.metadata.userId", "mastra.metadata.user_id", "mastra.user_id",
        "gcp.vertex.agent.user_id", "mlflow.trace.user", "lmnr.association.properties.user_id", "langwatch.user.id", "openhands.user_id", "agno.user.id",
        "agno.user_id",
        "metadata.user_id", "metadata.user_api_key_end_user_id", "litellm.end_user", "llm.user",
        "braintrust.metadata.user_id", "trace.user_id", "enduser.pseudo.id", "metadata.user_api_key_user_id",
    ];
}
