using Tidemark.Collector.Decode;
using Tidemark.Collector.Model.Metrics;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Payers;
using Tidemark.Collector.Recognise;
using Tidemark.Collector.Recognise.Dialects;
using Tidemark.Collector.Tests.Recognise.Testing;

namespace Tidemark.Collector.Tests.Recognise.Items;

/// <summary>How metrics and events of coding agents are counted. Names and values are from the agents' sources and recordings.</summary>
public sealed class CodingTests
{
    public static TheoryData<string, string, (string, object?)[], string> EventsOfAgents { get; } = new()
    {
        {
            "claude-code",
            "claude_code.tool_decision",
            [("event.name", "tool_decision"), ("decision", "accept"), ("source", "config")],
            "decisions accepted rule 1"
        },
        {
            "claude-code",
            "claude_code.tool_decision",
            [("event.name", "tool_decision"), ("decision", "accept"), ("source", "user_temporary")],
            "decisions accepted person 1"
        },
        {
            "claude-code",
            "claude_code.tool_decision",
            [("event.name", "tool_decision"), ("decision", "reject"), ("source", "hook")],
            "decisions refused hook 1"
        },
        { "claude-code", "claude_code.api_refusal", [("event.name", "api_refusal"), ("category", "policy")], "refusals policy - 1" },
        { "claude-code", "claude_code.api_retries_exhausted", [("event.name", "api_retries_exhausted"), ("status_code", 529)], "retries_exhausted 529 - 1" },
        { "claude-code", "claude_code.skill_activated", [("event.name", "skill_activated"), ("skill_name", "review")], "skills review - 1" },
        { "claude-code", "claude_code.user_prompt", [("event.name", "user_prompt"), ("prompt", "what I want")], "prompts - - 1" },
        {
            "codex_exec",
            "codex.tool_decision",
            [("event.name", "codex.tool_decision"), ("decision", "approved"), ("source", "Config")],
            "decisions accepted rule 1"
        },
        {
            "codex_exec",
            "codex.tool_decision",
            [("event.name", "codex.tool_decision"), ("decision", "denied"), ("source", "User")],
            "decisions refused person 1"
        },
        { "codex_exec", "codex.api_request", [("event.name", "codex.api_request"), ("attempt", "2"), ("http.response.status_code", "429")], "retries 429 - 1" },
        {
            "qwen-code",
            "qwen-code.chat.content_retry",
            [("event.name", "qwen-code.chat.content_retry"), ("error_type", "EmptyStreamError")],
            "retries EmptyStreamError - 1"
        },
        { "qwen-code", "qwen-code.skill_launch", [("event.name", "qwen-code.skill_launch"), ("skill_name", "pdf")], "skills pdf - 1" },
    };

    public static TheoryData<string, string, string, double, (string, object?)[], string> MetricsOfAgents { get; } = new()
    {
        { "claude-code", "claude_code.lines_of_code.count", "Sum", 12, [("type", "added"), ("model", "claude-sonnet-4-5")], "lines_added - - 1" },
        { "claude-code", "claude_code.lines_of_code.count", "Sum", 3, [("type", "removed")], "lines_removed - - 1" },
        { "claude-code", "claude_code.commit.count", "Sum", 1, [], "commits - - 1" },
        { "claude-code", "claude_code.pull_request.count", "Sum", 1, [], "pull_requests - - 1" },
        { "claude-code", "claude_code.active_time.total", "Sum", 7.6, [("type", "cli")], "active_seconds cli - 1" },
        { "codex_exec", "codex.turn.e2e_duration_ms", "Histogram", 639, [("model", "gpt-5.5")], "active_seconds - - 0.001" },
        { "codex_exec", "codex.approval.requested", "Sum", 1, [("approved", "approved_for_session")], "approvals accepted - 1" },
        { "gemini-cli", "gemini_cli.lines.changed", "Sum", 4, [("type", "added"), ("function_name", "replace")], "lines_added - - 1" },
        { "github-copilot", "github.copilot.code.lines_added", "Sum", 4, [], "lines_added - - 1" },
        { "continue-cli", "continue_cli_cost_usage", "Sum", 0.5, [("model", "gpt-5")], "cost_usd - - 1" },
        { "continue-cli", "continue_cli_token_usage", "Sum", 90, [("type", "cacheRead"), ("model", "gpt-5")], "tokens cacheRead - 1" },
    };

    [Theory]
    [MemberData(nameof(EventsOfAgents))]
    public void Recognise_EventThatCounts_IsAPointOfOne(string service, string name, (string, object?)[] attributes, string expected)
    {
        var recognition = Recognisers.New().Recognise(new Telemetry(service).Log("", name, attributes));

        Assert.Equal(RecognitionOutcome.MetricPoint, recognition.Outcome);
        var point = recognition.Point!;
        Assert.Equal((name, 1.0, false, true), (point.Metric, point.Value, point.IsCumulative, point.IsAlone));
        Assert.Equal(expected, Text(Assert.Single(point.Coding)));
        Assert.DoesNotContain("what I want", Recognisers.Text(point.Attributes), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(MetricsOfAgents))]
    public void Recognise_MetricThatCounts_IsMarked(string service, string name, string kind, double value, (string, object?)[] attributes, string expected)
    {
        var isSum = kind == nameof(MetricKind.Sum);
        var record = new Telemetry(service).Point(name, "1", Enum.Parse<MetricKind>(kind), isSum ? value : null, attributes);
        if (!isSum) (record.Count, record.Sum) = (1, value);

        Assert.Equal(expected, Text(Assert.Single(Recognisers.New().Recognise(record).Point!.Coding)));
    }

    /// <summary>A gauge, or a non-monotonic sum, repeats the same number.</summary>
    [Theory]
    [InlineData("Gauge", true)]
    [InlineData("Sum", false)]
    public void Recognise_NumberThatIsNoIncrement_CountsNothing(string kind, bool isMonotonic)
    {
        var record = new Telemetry("claude-code").Point("claude_code.commit.count", "1", Enum.Parse<MetricKind>(kind), 1);
        record.IsMonotonic = isMonotonic;

        Assert.Empty(Recognisers.New().Recognise(record).Point!.Coding);
    }

    [Fact]
    public void Recognise_SameEventObservedLater_HasTheSameKey()
    {
        MetricPoint Read(ulong observed)
        {
            var log = new Telemetry("claude-code").Log("", "claude_code.user_prompt", ("event.name", "user_prompt"), ("event.sequence", 4));
            log.ObservedNanos = observed;
            return Recognisers.New().Recognise(log).Point!;
        }

        Assert.Equal(MetricKey.Of(Read(1)), MetricKey.Of(Read(2)));
    }

    /// <summary>Its tool call is an operation, a decision and lines; the ledger counts it once.</summary>
    [Fact]
    public void Recognise_ToolCallOfQwen_IsAnOperationWithItsCounts()
    {
        var recognition = Recognisers.New().Recognise(new Telemetry("qwen-code").Log("", "", [
            ("event.name", "qwen-code.tool_call"), ("session.id", "s-1"), ("call_id", "call_1"), ("function_name", "write_file"), ("duration_ms", 146),
            ("success", true),
            ("decision", "auto_accept"), ("metadata", """{"model_added_lines":3,"model_removed_lines":0}"""),
        ]));

        Assert.Equal((RecognitionOutcome.Operation, OperationKind.Tool), (recognition.Outcome, recognition.Operation!.Series.Kind));
        Assert.False(recognition.Point!.IsAlone);
        Assert.Equal(["decisions accepted rule 1", "lines_added - - 3"], recognition.Point.Coding.Select(Text));
    }

    [Theory]
    [InlineData("claude-code", "claude_code.hook_execution_complete")]
    [InlineData("shop", "tool_decision")]
    [InlineData("codex_exec", "codex.api_request")]
    public void Recognise_EventThatCountsNothing_IsIgnored(string service, string name) =>
        Recognisers.AssertIgnored(new Telemetry(service).Log("", name, ("event.name", name), ("attempt", "0"), ("decision", "accept")));

    [Fact]
    public void Recognise_EventThatCounts_KnowsWhoAndWhose()
    {
        var telemetry = new Telemetry("claude-code").Resource("service.version", "2.1.332")
            .Resource("team", "search")
            .Resource("deployment.environment.name", "dev");
        var point = Recognisers.New()
            .Recognise(telemetry.Log(
                "", "claude_code.user_prompt", ("event.name", "user_prompt"), ("user.id", "installation"), ("user.account_uuid", "acc-1"))).Point!;

        var mark = Assert.Single(point.Coding);
        Assert.Equal(("claude_code", "2.1.332", "acc-1", """{"team":"search"}"""), (mark.Agent, mark.Version, mark.UserId, mark.Labels));
        Assert.Equal(("claude-code", "dev"), (point.Service, point.Environment));
    }

    [Fact]
    public void Recognise_SameEventAgain_HasTheSameKey()
    {
        MetricPoint Read(string call) => Recognisers.New().Recognise(new Telemetry("claude-code").Log("", "claude_code.tool_decision",
            ("event.name", "tool_decision"), ("decision", "accept"), ("source", "config"), ("tool_use_id", call))).Point!;

        Assert.Equal(MetricKey.Of(Read("a")), MetricKey.Of(Read("a")));
        Assert.NotEqual(MetricKey.Of(Read("a")), MetricKey.Of(Read("b")));
    }

    [Fact]
    public void Rules_OfAllDialects_UseTheVocabulary() =>
        Assert.All(DialectCatalogue.All.SelectMany(dialect => dialect.Coding), rule => Assert.Contains(rule.Measure, CodingMeasures.All));

    private static string Text(CodingMark mark) =>
        FormattableString.Invariant(
            $"{mark.Measure} {(mark.Detail.Length == 0 ? "-" : mark.Detail)} {(mark.Actor.Length == 0 ? "-" : mark.Actor)} {mark.Scale}");
}
