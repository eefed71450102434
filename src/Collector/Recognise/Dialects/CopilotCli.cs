using Tidemark.Collector.Model.Payers;
using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>GitHub Copilot's command line and runtime: like VS Code, but the agent's id is the session.</summary>
internal static class CopilotCli
{
    public static readonly Dialect Dialect = new("github_copilot")
    {
        Inherits = CopilotChat.Dialect,
        Services = ["github-copilot"],
        Scopes = ["github.copilot", "github-copilot"],
        EventPrefixes = ["github.copilot."],
        Coding =
        [
            CodingRule.Metric("code.lines_added", CodingMeasures.LinesAdded),
            CodingRule.Metric("code.lines_removed", CodingMeasures.LinesRemoved),
        ],
        MarkerKeys = ["github.copilot.cost", "github.copilot.turn_count", "github.copilot.interaction_id"],
        Keys = new Dictionary<Field, SourceKey[]>
        {
            [Field.Conversation] = ["gen_ai.agent.id"],
        },
    };
}
