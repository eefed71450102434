using Tidemark.Collector.Model.Payers;
using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>
/// Continue's command line: metrics only. Its spending is counted separately, as there are no operations for it.
/// Source: github.com/continuedev/continue, extensions/cli/spec/otlp-metrics.md.
/// </summary>
internal static class ContinueCli
{
    public static readonly Dialect Dialect = new("continue_cli")
    {
        Inherits = GenAi.Dialect,
        Services = ["continue-cli"],
        Scopes = ["continue-cli"],
        EventPrefixes = ["continue_cli_"],
        Keys = new Dictionary<Field, SourceKey[]>
        {
            [Field.RequestModel] = ["model"],
        },
        Coding =
        [
            CodingRule.Metric("lines_of_code_count", CodingMeasures.LinesAdded) with { Guards = [("type", "added")] },
            CodingRule.Metric("lines_of_code_count", CodingMeasures.LinesRemoved) with { Guards = [("type", "removed")] },
            CodingRule.Metric("commit_count", CodingMeasures.Commits),
            CodingRule.Metric("pull_request_count", CodingMeasures.PullRequests),
            CodingRule.Metric("active_time_total", CodingMeasures.ActiveSeconds),
            CodingRule.Metric("cost_usage", CodingMeasures.Cost),
            CodingRule.Metric("token_usage", CodingMeasures.Tokens) with { Detail = "type" },
        ],
    };
}
