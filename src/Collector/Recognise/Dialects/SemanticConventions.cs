namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>
/// OpenTelemetry's own attributes (semantic-conventions v1.44 and semantic-conventions-genai v0.1.0), divided into names, codes and
/// addresses, which are kept, and content. A star matches any suffix; a complete key takes precedence over a prefix, and content
/// over everything else. Source: opentelemetry.io/docs/specs/semconv/registry/attributes.
/// </summary>
internal static class SemanticConventions
{
    public static readonly string[] NoContent =
    [
        // The sender: resources, and what SDKs copy from them.
        "service.*", "telemetry.*", "deployment.*", "host.*", "os.*", "k8s.*", "container.*", "cloud.*", "faas.*", "otel.*", "device.*", "process.pid",
        "process.executable.name", "process.runtime.*", "aws.ecs.*", "aws.eks.*", "aws.lambda.*", "aws.region", "aws.request_id", "aws.log.*",
        "gcp.cloud_run.*", "gcp.gce.*", "heroku.*", "webengine.*", "zone.*", "app.build_id", "app.version", "app.name", "app.entrypoint", "vcs.*",
        "cicd.*", "artifact.*", "test.*", "schema_url",
        // How it was called.
        "server.*", "client.*", "network.*", "net.*", "peer.*", "source.address", "source.port", "destination.address", "destination.port", "tls.*",
        "http.*", "url.scheme", "url.path", "url.template", "url.domain", "url.port", "url.extension", "url.subdomain", "url.top_level_domain",
        "user_agent.*", "rpc.*", "db.*", "messaging.*", "dns.*", "hw.*", "disk.*", "system.*", "cpu.*", "jvm.*", "dotnet.*", "aspnetcore.*", "signalr.*",
        "nodejs.*", "v8js.*", "go.*", "cpython.*", "kestrel.*", "az.*", "azure.client.*", "azure.cosmosdb.*", "azure.resource_provider.namespace",
        "azure.service.request.id", "aws.dynamodb.table_names", "aws.s3.bucket", "aws.sqs.queue.url", "aws.sns.topic.arn", "jsonrpc.*", "mcp.method.name",
        "mcp.protocol.version", "mcp.session.id", "mcp.client.name", "mcp.server.name", "mcp.transport", "mcp.tool.name", "mcp.prompt.name", "mcp.resource.uri",
        "graphql.operation.name", "graphql.operation.type",
        // What happened.
        "error.type", "exception.type", "exception.escaped", "event.name", "event.sequence", "event.timestamp", "event.domain", "session.*", "code.*",
        "thread.name", "feature_flag.key", "feature_flag.provider.name", "feature_flag.result.reason", "feature_flag.result.variant", "feature_flag.set.id",
        "feature_flag.version", "enduser.scope", "enduser.role", "openai.request.service_tier", "openai.response.service_tier",
        "openai.response.system_fingerprint", "openai.api.type", "aws.bedrock.guardrail.id", "aws.bedrock.knowledge_base.id",
        // GenAI, current and earlier names.
        "gen_ai.operation.name", "gen_ai.provider.name", "gen_ai.system", "gen_ai.request.*", "gen_ai.response.*", "gen_ai.usage.*", "gen_ai.cost.*",
        "gen_ai.token.type", "gen_ai.token.modality", "gen_ai.output.type", "gen_ai.conversation.*", "gen_ai.agent.id", "gen_ai.agent.name",
        "gen_ai.agent.version", "gen_ai.agent.call.id", "gen_ai.workflow.name", "gen_ai.workflow.id", "gen_ai.workflow.run.id", "gen_ai.tool.name",
        "gen_ai.tool.type", "gen_ai.tool.call.id", "gen_ai.tool.call_id", "gen_ai.tool.call.outcome", "gen_ai.tool.source", "gen_ai.data_source.id",
        "gen_ai.embeddings.dimension.count", "gen_ai.prompt.name", "gen_ai.prompt.version", "gen_ai.prompt.id", "gen_ai.evaluation.name",
        "gen_ai.evaluation.score.label", "gen_ai.evaluation.score.value", "gen_ai.memory.store.id", "gen_ai.memory.store.name", "gen_ai.memory.id",
        "gen_ai.memory.scope", "gen_ai.openai.request.service_tier", "gen_ai.openai.response.service_tier", "gen_ai.openai.response.system_fingerprint",
        "gen_ai.openai.request.response_format", "gen_ai.openai.api_version", "gen_ai.server.*", "gen_ai.client.*", "gen_ai.is_streaming",
        "gen_ai.context.window_size", "gen_ai.event.start_time", "gen_ai.event.end_time", "gen_ai.serialized.name", "gen_ai.sdk.version",
        "gen_ai.application_name", "gen_ai.environment", "gen_ai.framework.*", "gen_ai.operation.type", "prompt.id", "prompt_id", "agent.name", "agent.source",
        "agent_id", "parent_agent_id", "tidemark.*",
    ];

    public static readonly string[] Content =
    [
        "exception.message", "exception.stacktrace", "error.message", "error.stack_trace", "error.response_text", "error.description",
        "db.query.*", "db.statement", "db.row", "db.response.returned_rows.*", "db.operation.parameter.*", "db.where_document", "db.vector.query.filter",
        "db.redis.flushdb.*", "db.user", "http.request.header.*", "http.response.header.*", "http.request.body.content", "http.response.body.content",
        "http.request.body.text", "http.response.body.text", "http.request.body", "http.response.body",
        "http.url", "http.target", "url.full", "url.query", "url.fragment", "rpc.grpc.request.metadata.*", "rpc.grpc.response.metadata.*",
        "rpc.connect_rpc.request.metadata.*", "rpc.connect_rpc.response.metadata.*", "rpc.message.body", "messaging.message.body", "messaging.message.content",
        "gen_ai.request.messages", "gen_ai.request.prompt", "gen_ai.request.instructions", "gen_ai.request.input", "gen_ai.request.available_tools",
        "gen_ai.request.tools", "gen_ai.request.body", "gen_ai.request.stop_sequences", "gen_ai.request.structured_output_schema",
        "gen_ai.response.text", "gen_ai.response.tool_calls", "gen_ai.response.object", "gen_ai.response.messages", "gen_ai.response.content",
        "gen_ai.response.output", "gen_ai.response.body", "gen_ai.response.choices", "gen_ai.usage.raw", "gen_ai.framework.error.message",
        "gen_ai.framework.input*",
        "gen_ai.framework.output*", "process.command*", "process.environment_variable.*", "graphql.document", "log.*", "code.stacktrace",
        "feature_flag.result.value", "test.case.input", "vcs.change.title", "otel.status_description", "host.name.description", "mcp.request.*",
        "mcp.response.*", "mcp.tool.arguments", "mcp.tool.result*", "mcp.error.message", "session.transcript", "gen_ai.agent.description",
    ];

    /// <summary>Identifies a person beyond the user id.</summary>
    public static readonly string[] Personal =
    [
        "user.email", "user.name", "user.full_name", "user.hash", "user.roles", "enduser.email", "enduser.name", "user_email",
        "metadata.user_api_key_user_email",
        "ai.telemetry.metadata.email", "ai.telemetry.metadata.userEmail", "traceloop.association.properties.user_email", "langfuse.user.email",
        "client.address", "client.ip", "http.client_ip", "net.peer.ip", "net.sock.peer.addr", "network.peer.address", "http.user_agent.user",
    ];
}
