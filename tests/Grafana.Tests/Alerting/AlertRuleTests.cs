using Tidemark.Grafana.Lint.Bundles;
using Tidemark.Grafana.Tests.Databases;

namespace Tidemark.Grafana.Tests.Alerting;

/// <summary>Each rule, with a state that fires it and states that do not.</summary>
[Collection(AlertCollection.Name)]
public sealed class AlertRuleTests(CalmDatabase calm, TroubledDatabase troubled, SilentDatabase silent, EmptyDatabase empty)
{
    /// <summary>Rules that must fire, with the minutes without a collector after which they do.</summary>
    public static TheoryData<string, string, int> Expected => new()
    {
        {
            "context",
            "session=s-85, service=filling, level=warning;session=s-92, service=filling, level=error;session=s-97, service=filling, level=critical",
            0
        },
        { "session-cost", "session=s-dear", 0 },
        { "budget", "budget=tiny", 0 },
        { "budget-projected", "budget=tight", 0 },
        { "stuck-session", "session=s-stuck", 0 },
        { "error-ratio", "service=failing", 0 },
        { "error-baseline", "service=usual", 0 },
        { "latency-baseline", "service=usual", 0 },
        { "tokens-baseline", "service=usual", 0 },
        { "cache-baseline", "service=forgetful, cache=prompt cache;service=forgetful, cache=cache", 0 },
        { "slow-models", "model=sleepy", 0 },
        { "health", "", 0 },
        { "service-down", "dependency=ledger", 0 },
        { "cost-per-hour", "", 0 },
        { "cost-baseline", "service=usual", 0 },
        { "unpriced-model", "model=home-made-llm", 0 },
        { "no-data", "", 15 },
        { "collector-lag", "", 15 },
        { "rejected-items", "source=", 0 },
        { "label-overflow", "service=crowding, dimension=tool", 0 },
        { "quarantine", "", 0 },
        { "rollup-drift", "", 0 },
        { "disk", "service=crowded", 0 },
        { "memory", "service=crowded", 0 },
    };

    public static TheoryData<string> Rules => [.. Shipped.Bundle.AlertRules.Select(rule => rule.Uid["tidemark-".Length..])];

    [Theory]
    [MemberData(nameof(Expected))]
    public async Task Rule_OnATroubledDatabase_FiresForWhatIsWrongAlone(string name, string labels, int minutes)
    {
        var state = await new RuleEvaluator(troubled.Reader).EvaluateAsync(Find(name), troubled.TakenAt.AddMinutes(minutes));

        var wanted = labels.Split(';');
        Assert.True(wanted.Length == state.Firing.Count, $"{name} fires for {string.Join(", ", state.Firing)}");
        Assert.All(wanted, label => Assert.Contains(state.Firing, fired => fired.ToString().Contains(label, StringComparison.Ordinal)));
        Assert.All(state.Firing, fired => Assert.EndsWith($"/runbooks/{name}", fired.Labels["runbook"], StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Rule_OnACalmDatabase_IsQuiet(string name) =>
        Assert.Empty((await new RuleEvaluator(calm.Reader).EvaluateAsync(Find(name), calm.TakenAt)).Firing);

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Rule_AfterAnHourOfSilence_IsQuiet(string name) =>
        Assert.Empty((await new RuleEvaluator(silent.Reader).EvaluateAsync(Find(name), silent.TakenAt)).Firing);

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Rule_OnAnEmptyDatabase_IsQuiet(string name) =>
        Assert.Empty((await new RuleEvaluator(empty.Reader).EvaluateAsync(Find(name), TimeProvider.System.GetUtcNow())).Firing);

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Rule_WhoseLimitIsDeleted_IsOff(string name)
    {
        var state = await new RuleEvaluator(troubled.Reader).EvaluateAsync(
            Find(name),
            troubled.TakenAt.AddMinutes(15),
            sql => sql.Replace("FROM tidemark.alert_limits WHERE name = '", "FROM tidemark.alert_limits WHERE name = 'deleted_", StringComparison.Ordinal));

        Assert.Empty(state.Firing);
    }

    [Fact]
    public void Expected_EachShippedRule_IsThere() =>
        Assert.Equal(
            Shipped.Bundle.AlertRules.Select(rule => rule.Uid).Order(StringComparer.Ordinal),
            Expected.Select(row => $"tidemark-{row[0]}").Order(StringComparer.Ordinal));

    private static AlertRule Find(string name) => Shipped.Bundle.AlertRules.Single(rule => rule.Uid == $"tidemark-{name}");
}
