using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing.Databases;

namespace Tidemark.Collector.IntegrationTests.Store.Reference;

/// <summary>Functions and views at the edges of their input.</summary>
public sealed class FunctionTests
{
    private const string Commits =
        """
        INSERT INTO tidemark_store.coding_counts (hour, digest, slot, service, environment, agent, version, user_id, labels, model, measure, detail, actor, value)
        SELECT now(), gen_random_uuid(), 0, service, '', agent, '', '', '{}', '', 'commits', '', '', 1
        FROM (VALUES ('tools', 'codex'), ('tools', 'claude_code'), ('claude-code-ci', 'codex')) AS sent (service, agent)
        """;

    [Theory]
    [InlineData("tidemark_store.filter_of('{}')", "")]
    [InlineData("tidemark_store.filter_of('{\"\"}')", "")]
    [InlineData("tidemark_store.filter_of('{\"\",x}')", "{x}")]
    [InlineData("tidemark_store.filter_of('{(none)}')", "{\"\"}")]
    [InlineData("tidemark.is_unfiltered(NULL)", "true")]
    [InlineData("tidemark.is_unfiltered('{\"\"}')", "true")]
    [InlineData("tidemark.is_unfiltered('{(none)}')", "false")]
    [InlineData("tidemark.is_wanted(NULL, '{(none)}')", "true")]
    [InlineData("tidemark.is_wanted('x', '{(none)}')", "false")]
    public Task Filter_AtItsEdges_IsTheSameEverywhere(string expression, string expected) => IsAsync(expression, expected);

    [Fact]
    public Task SecondsWithData_NoData_AreUnknown() => IsAsync("tidemark_store.seconds_with_data(now() - interval '1 hour', now())", "");

    [Theory]
    [InlineData("false", "60")]
    [InlineData("true", "300")]
    public Task StepOf_OneMinute_IsFiveByUserOrLabel(string isPaid, string expected) => IsAsync(
        $"(SELECT seconds FROM tidemark_store.step_of(now() - interval '1 hour', now(), interval '1 minute', {isPaid}))", expected);

    /// <summary>A service with two agents is one of them: its operations would count once for each.</summary>
    [Fact]
    public Task CodingServices_ServiceOfTwoAgents_IsListedOnce() => IsAsync(
        """
        (SELECT string_agg(service || '=' || agent, ',' ORDER BY service) FROM tidemark_store.coding_services_among(ARRAY(
            SELECT counts FROM tidemark_store.coding_counts counts)))
        """,
        "claude-code-ci=claude_code,tools=claude_code",
        Commits);

    [Fact]
    public Task Coding_NothingHasAPrice_HasNoCostPerCommit() => IsAsync(
        """
        (SELECT concat_ws(' ', sum(commits), coalesce(sum(cost_per_commit)::text, 'unknown'))
         FROM tidemark.coding(now() - interval '2 hours', now() + interval '1 hour', 'none'))
        """,
        "3 unknown",
        Commits);

    private static async Task IsAsync(string expression, string expected, string? before = null)
    {
        await using var database = await TestDatabase.CreateAsync(await MigratedDatabase.Template.Value);
        if (before is not null) await database.ExecuteAsync(before);

        Assert.Equal(expected, await database.ScalarAsync<string>($"SELECT coalesce(({expression})::text, '')"));
    }
}
