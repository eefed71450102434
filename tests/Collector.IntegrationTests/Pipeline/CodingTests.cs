using System.Globalization;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Collector.Recognise.Dialects;
using Tidemark.Testing;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Pipeline;

/// <summary>Compares <c>tidemark.coding</c> with plain SQL over stored metrics and events of coding agents.</summary>
public sealed class CodingTests
{
    private const int Seed = 20261127;
    private const int Delta = 1;
    private const int Cumulative = 2;
    private const string Around = "now() - interval '3 hours', now() + interval '1 hour'";

    private static readonly ulong Start = (ulong)TimeProvider.System.GetUtcNow().AddMinutes(-90).ToUnixTimeMilliseconds() * 1_000_000;

    [Fact]
    public async Task Export_SentTwiceInAnyOrder_CountsOnce()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        (string Path, byte[] Body)[] requests =
        [
            Logs(
                Claude("ann", "search"), Decision(1, "accept", "config"), Decision(2, "accept", "user_temporary"), Decision(3, "reject", "user_reject"),
                Prompt(4)),
            Metrics(
                Claude("ann", "search"), Count("claude_code.lines_of_code.count", Delta, 120, ("type", "added")), Count("claude_code.commit.count", Delta, 2)),
            Logs(Claude("bob", "checkout"), Prompt(5), Request(6)),
            // One hour, then the next: totals since the start of the process.
            Metrics(Gemini(), Count("gemini_cli.lines.changed", Cumulative, 10, ("type", "added"))),
            Metrics(Gemini(), Count(3_600, "gemini_cli.lines.changed", Cumulative, 25, ("type", "added"))),
            Metrics(
                Resource("continue-cli", "ann", "search"), Count("continue_cli_cost_usage", Cumulative, 0.75, ("model", "gpt-5")),
                Count("continue_cli_token_usage", Cumulative, 900, ("type", "input"))),
        ];
        var order = requests.Concat(requests).ToArray();
        new Random(Seed).Shuffle(order);

        foreach (var (path, body) in order) await collector.SendAsync(body, path);

        Assert.Equal(
            "Claude Code 1 0.0009 2 120 1 1 1 2 -|Continue - - - 0 - - - - 0.75|Gemini CLI - - - 25 0 0 0 0 -",
            await collector.Database.ScalarAsync<string>($"""
                SELECT string_agg(concat_ws(' ', label, coalesce(operations::text, '-'), coalesce(round(cost_usd, 4)::text, '-'),
                    coalesce(nullif(commits, 0)::text, '-'), lines_added,
                    coalesce(accepted::text, '-'), coalesce(accepted_automatically::text, '-'), coalesce(refused::text, '-'), coalesce(prompts::text, '-'),
                    coalesce(metrics_cost_usd::text, '-')), '|' ORDER BY label)
                FROM tidemark.coding({Around})
                """));
        // No agent has more than its points and events.
        Assert.Equal(0, await collector.Database.ScalarAsync<long>("""
            SELECT count(*) FROM (
                SELECT metric LIKE '%lines%' AS is_lines, sum(value) AS value FROM tidemark.metric_points WHERE metric LIKE '%lines%'
                    OR metric LIKE '%.tool_decision' GROUP BY 1) p
            FULL JOIN (
                SELECT measure = 'lines_added' AS is_lines, sum(value) AS value FROM tidemark.coding_counts WHERE measure IN ('lines_added', 'decisions')
                GROUP BY 1) c USING (is_lines)
            WHERE p.value IS DISTINCT FROM c.value
            """));
        Assert.Equal(
            0,
            await collector.Database.ScalarAsync<long>(
                "SELECT count(*) FROM tidemark.ledger WHERE received <> stored + duplicate + rejected + ignored + waiting"));
    }

    [Fact]
    public async Task Coding_ByUserTeamAndVersion_TellsThemApart()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        await collector.SendAsync(Logs(Claude("ann", "search"), Prompt(1), Prompt(2), Request(3)).Body, "/v1/logs");
        await collector.SendAsync(Logs(Claude("bob", "checkout"), Prompt(4), Request(5), Request(6)).Body, "/v1/logs");
        await collector.Database.ExecuteAsync("INSERT INTO tidemark_store.user_names VALUES ('cid', NULL, 'search')");
        await collector.SendAsync(Logs(Resource("claude-code", "cid", null), Prompt(7)).Body, "/v1/logs");

        Assert.Equal("ann 2 1,bob 1 2,cid 1 -", await GroupedAsync(collector, "'user'"));
        Assert.Equal("checkout 1 2,search 3 1", await GroupedAsync(collector, "'label:team'"));
        Assert.Equal("Claude Code 2.1.332 4 -", await GroupedAsync(collector, "'version'"));
        Assert.Equal("claude-code 4 3", await GroupedAsync(collector, "'service'"));
        Assert.Equal("all 4 3", await GroupedAsync(collector, "'none'"));
        Assert.Equal("main agent 3", await GroupedAsync(collector, "'subagent'"));
        await collector.SendAsync(
            Logs(
                Claude("bob", "checkout"),
                Event(8, "claude_code.api_request", ("model", "claude-sonnet-4-5"), ("input_tokens", 5), ("output_tokens", 5), ("request_id", "r-8"),
                    ("agent.name", "Explore"), ("query_source", "agent:builtin:Explore"))).Body, "/v1/logs");
        Assert.Equal("Explore 1,main agent 3", await GroupedAsync(collector, "'subagent'"));
        Assert.Equal("Explore 1,main agent 2", await GroupedAsync(collector, "'subagent', users => ARRAY['bob']"));
        Assert.Equal("all 1 3", await GroupedAsync(collector, "'none', users => ARRAY['bob']"));
        Assert.Equal("all 3 1", await GroupedAsync(collector, "'none', labels => ARRAY['team=search']"));
    }

    /// <summary>A tool call is both an operation and a decision: once in the ledger, once in each table.</summary>
    [Fact]
    public async Task Export_EventThatIsAnOperationToo_IsOnceInTheLedger()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        var call = Event(
            1, "qwen-code.tool_call", ("session.id", "s-1"), ("call_id", "call_1"), ("function_name", "write_file"), ("duration_ms", 146), ("success", true),
            ("decision", "auto_accept"), ("metadata", new OtlpAttributes { { "model_added_lines", 3L }, { "model_removed_lines", 1L } }));
        var (path, body) = Logs(Resource("qwen-code", null, null), call);

        for (var i = 0; i < 3; i++) await collector.SendAsync(body, path);

        Assert.Equal(
            "3 1 2",
            await collector.Database.ScalarAsync<string>(
                "SELECT concat_ws(' ', sum(received), sum(stored), sum(duplicate)) FROM tidemark.ledger WHERE signal = 'logs'"));
        Assert.Equal("1 3 1 0", await collector.Database.ScalarAsync<string>(
            $"SELECT concat_ws(' ', accepted_automatically, lines_added, lines_removed, prompts) FROM tidemark.coding({Around})"));
        Assert.Equal(1, await collector.Database.ScalarAsync<long>("SELECT count(*) FROM tidemark.operations"));
    }

    [Fact]
    public async Task Coding_NoAgentAtAll_IsEmpty()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        await collector.SendAsync(OtlpProtobuf.Traces(Calls.Inferences(3)));

        Assert.Equal(0, await collector.Database.ScalarAsync<long>($"SELECT count(*) FROM tidemark.coding({Around})"));
    }

    /// <summary>SQL's list of measures per agent equals the dialects' rules.</summary>
    [Fact]
    public async Task CodingAgents_InSql_AreTheDialectsWithTheirMeasures()
    {
        await using var collector = await CollectorUnderTest.StartAsync();

        var listed = await collector.Database.ScalarAsync<string[]>(
            "SELECT array_agg(concat_ws(' ', agent, service, (SELECT string_agg(m, ',' ORDER BY m COLLATE \"C\") FROM unnest(measures) m)) "
                + "ORDER BY agent COLLATE \"C\") FROM tidemark_store.coding_agents()");

        var known = DialectCatalogue.All.Where(dialect => dialect.Coding.Length > 0 || dialect.Name == "opencode")
            .OrderBy(dialect => dialect.Name, StringComparer.Ordinal)
            .Select(dialect => (dialect, measures: dialect.Coding.Select(rule => rule.Measure).Distinct().Order(StringComparer.Ordinal)))
            .Select(one => $"{one.dialect.Name} {one.dialect.Services[0]} {string.Join(',', one.measures)}".TrimEnd());
        Assert.Equal(known, listed);

        var events = DialectCatalogue.All.SelectMany(dialect => dialect.Coding.Where(rule => rule.IsEvent && rule.Measure == "decisions")
            .Select(rule => dialect.EventPrefixes[0] + rule.Name));
        Assert.Equal(
            events.Order(StringComparer.Ordinal),
            (await collector.Database.ScalarAsync<string[]>("SELECT tidemark_store.decision_events()")).Order(StringComparer.Ordinal));
    }

    /// <summary>A refused tool has no call; one that ran has the duration and error of its call, in any order of arrival.</summary>
    [Fact]
    public async Task ToolDecisions_OfSeveralAgents_FindTheCallsByTheirIds()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        (string Path, byte[] Body)[] requests =
        [
            Logs(
                Claude("ann", "search"),
                Event(
                    1, "claude_code.tool_result", ("session.id", "s-1"), ("tool_name", "Bash"), ("tool_use_id", "toolu_1"), ("success", "false"),
                    ("duration_ms", 40)),
                Event(
                    2, "claude_code.tool_result", ("session.id", "s-1"), ("tool_name", "Edit"), ("tool_use_id", "toolu_2"), ("success", "true"),
                    ("duration_ms", 50))),
            Logs(
                Claude("ann", "search"),
                Decided(
                    "claude_code.tool_decision", ("session.id", "s-1"), ("tool_name", "Bash"), ("tool_use_id", "toolu_1"), ("decision", "accept"),
                    ("source", "config")),
                Decided(
                    "claude_code.tool_decision", ("session.id", "s-1"), ("tool_name", "Edit"), ("tool_use_id", "toolu_2"), ("decision", "accept"),
                    ("source", "user_temporary")),
                Decided(
                    "claude_code.tool_decision", ("session.id", "s-1"), ("tool_name", "Write"), ("tool_use_id", "toolu_3"), ("decision", "reject"),
                    ("source", "user_reject"))),
            Logs(
                Resource("codex_exec", null, null),
                Decided(
                    "codex.tool_decision", ("conversation.id", "c-1"), ("tool_name", "shell"), ("call_id", "call_1"), ("decision", "approved"),
                    ("source", "User")),
                Event(
                    3, "codex.tool_result", ("conversation.id", "c-1"), ("tool_name", "shell"), ("call_id", "call_1"), ("success", "true"),
                    ("duration_ms", 60))),
            Logs(
                Resource("qwen-code", null, null),
                Event(
                    4, "qwen-code.tool_call", ("session.id", "q-1"), ("call_id", "call_9"), ("function_name", "write_file"), ("duration_ms", 70),
                    ("success", true), ("decision", "auto_accept"))),
        ];
        var order = requests.Concat(requests).ToArray();
        new Random(Seed).Shuffle(order);

        foreach (var (path, body) in order) await collector.SendAsync(body, path);

        Assert.Equal(
            "Claude Code Bash accepted rule ann 40 failed,Claude Code Edit accepted person ann 50 -,Claude Code Write refused person ann - -,Codex shell "
                + "accepted person - 60 -,Qwen Code write_file accepted rule - 70 -",
            await DecisionsAsync(collector, Around));
        Assert.Equal("Codex shell accepted person - 60 -", await DecisionsAsync(collector, $"{Around}, services => ARRAY['codex_exec']"));
        Assert.Equal(
            3,
            await collector.Database.ScalarAsync<long>(
                $"SELECT count(*) FROM tidemark.tool_decisions({Around}, labels => ARRAY['team=search'], users => ARRAY['ann'], sessions => ARRAY['s-1'])"));
        Assert.Equal(
            0, await collector.Database.ScalarAsync<long>($"SELECT count(*) FROM tidemark.tool_decisions({Around}, labels => ARRAY['team=checkout'])"));
    }

    private static Task<string> DecisionsAsync(CollectorUnderTest collector, string arguments) => collector.Database.ScalarAsync<string>($"""
        SELECT string_agg(concat_ws(' ', agent, tool, decision, decided_by, coalesce(user_id, '-'), coalesce(duration_ms::text, '-'),
            CASE WHEN error_type IS NULL THEN '-' ELSE 'failed' END), ',' ORDER BY agent, tool)
        FROM tidemark.tool_decisions({arguments})
        """);

    private static OtlpLog Decided(string name, params (string Key, object? Value)[] attributes) => Event(5, name, attributes);

    private static Task<string> GroupedAsync(CollectorUnderTest collector, string arguments) => collector.Database.ScalarAsync<string>(
        $"SELECT string_agg(concat_ws(' ', label, prompts, coalesce(operations::text, '-')), ',' ORDER BY label) FROM tidemark.coding({Around}, {arguments})");

    private static OtlpAttributes Claude(string user, string team) => Resource("claude-code", user, team);

    private static OtlpAttributes Gemini() => Resource("gemini-cli", null, null);

    private static OtlpAttributes Resource(string service, string? user, string? team)
    {
        var attributes = new OtlpAttributes { { "service.name", service }, { "service.version", "2.1.332" } };
        if (user is not null) attributes.Add("user.id", user);
        if (team is not null) attributes.Add("team", team);
        return attributes;
    }

    private static (string Path, byte[] Body) Logs(OtlpAttributes resource, params OtlpLog[] logs) =>
        ("/v1/logs", OtlpProtobuf.Logs(new OtlpResource<OtlpLog>(logs) { Attributes = resource, ScopeName = "events" }));

    private static (string Path, byte[] Body) Metrics(OtlpAttributes resource, params OtlpMetric[] metrics) =>
        ("/v1/metrics", OtlpProtobuf.Metrics(new OtlpResource<OtlpMetric>(metrics) { Attributes = resource, ScopeName = "meter" }));

    private static OtlpMetric Count(string name, int temporality, double value, params (string Key, object? Value)[] attributes) =>
        Count(60, name, temporality, value, attributes);

    private static OtlpMetric Count(int second, string name, int temporality, double value, params (string Key, object? Value)[] attributes) =>
        new(
            name, OtlpMetric.Sum,
            new OtlpPoint { StartNanos = Start, TimeNanos = Start + (ulong)second * 1_000_000_000, Value = value, Attributes = Attributes(attributes) })
        {
            Temporality = temporality,
            IsMonotonic = true,
        };

    private static OtlpLog Prompt(int number) => Event(number, "claude_code.user_prompt", ("prompt", "secret"));

    private static OtlpLog Decision(int number, string decision, string source) => Event(number, "claude_code.tool_decision",
        ("decision", decision), ("source", source), ("tool_name", "Bash"), ("tool_use_id", $"toolu_{number.ToString(CultureInfo.InvariantCulture)}"));

    private static OtlpLog Request(int number) => Event(number, "claude_code.api_request",
        ("session.id", "s-1"), ("model", "claude-sonnet-4-5"), ("input_tokens", 100), ("output_tokens", 30), ("cost_usd", 0.0009),
        ("duration_ms", 1400), ("request_id", $"req_{number.ToString(CultureInfo.InvariantCulture)}"));

    private static OtlpLog Event(int number, string name, params (string Key, object? Value)[] attributes) => new()
    {
        TimeNanos = Start + (ulong)number * 1_000_000,
        Body = name,
        Attributes = [new("event.name", name), .. Attributes(attributes)],
    };

    private static OtlpAttributes Attributes((string Key, object? Value)[] attributes)
    {
        var all = new OtlpAttributes();
        foreach (var (key, value) in attributes) all.Add(key, value);
        return all;
    }
}
