using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>Rig (Rust): GenAI names on spans of the tracing crate, whose source locations are internals. Source: github.com/0xPlaygrounds/rig.</summary>
internal static class Rig
{
    public static readonly Dialect Dialect = new("rig")
    {
        Inherits = GenAi.Dialect,
        Scopes = ["rig"],
        MarkerKeys = ["rig.completion_parent"],
        NoContent = ["rig.provider_request_id", "gen_ai.tool.call.outcome"],
        Words = ["target", "level"],
    };
}
