using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>opencode: the AI SDK's spans, among many internal ones that are not operations. Source: github.com/sst/opencode.</summary>
internal static class OpenCode
{
    public static readonly Dialect Dialect = new("opencode")
    {
        Inherits = VercelAi.Dialect,
        Services = ["opencode"],
        Keys = new Dictionary<Field, SourceKey[]>
        {
            [Field.Session] = ["sessionID", "session_id", "ai.telemetry.metadata.sessionID"],
        },
        Excluded = ["sql.*", "Sql.*", "sqlite.*", "Database.*", "Bus.*", "Storage.*"],
    };
}
