using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>
/// AutoGen: its runtime reports messages between objects of one process as messaging spans, which are not operations; agents and
/// tools use GenAI names. Source: github.com/microsoft/autogen, python/packages/autogen-core/src/autogen_core/_telemetry.
/// </summary>
internal static class AutoGen
{
    public static readonly Dialect Dialect = new("autogen")
    {
        Inherits = GenAi.Dialect,
        Scopes = ["autogen", "autogen-core"],
        Excluded = ["autogen *", "create_agent*"],
        Words = ["recipient_agent_class", "sender_agent_class"],
        Content = ["message", "message_context", "recipient_agent_type", "sender_agent_type"],
    };
}
