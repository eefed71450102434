using Npgsql;
using Tidemark.Grafana.Lint.Bundles;
using Tidemark.Grafana.Tests.Source;

namespace Tidemark.Grafana.Tests.Alerting;

/// <summary>Evaluates alert rules at a given moment, as Grafana does: queries, expressions, then the condition.</summary>
internal sealed class RuleEvaluator(NpgsqlDataSource database)
{
    private const string NoDataIsAlerting = "Alerting";

    private static readonly TimeSpan DefaultInterval = TimeSpan.FromSeconds(1);

    private readonly PostgresSource _source = new(database);

    /// <param name="change">Applied to the SQL of each query before it runs.</param>
    public async Task<RuleState> EvaluateAsync(AlertRule rule, DateTimeOffset now, Func<string, string>? change = null)
    {
        var steps = new Dictionary<string, NumberSet>(StringComparer.Ordinal);
        foreach (var step in rule.Data)
            steps[step.RefId] = step.Query is { } query ? await AskAsync(step, query, now, change) : Work(step, steps);

        var condition = steps[rule.Condition];
        if (condition.IsNoData && rule.Json.Text("noDataState") == NoDataIsAlerting)
            return new RuleState([new LabelledNumber(new Dictionary<string, string>(), double.NaN)], []);

        // Anything but zero fires, including NaN: a query must not return NULL.
        var firing = condition.Numbers.ToLookup(number => number.Value != 0);
        return new RuleState([.. firing[true]], [.. firing[false]]);
    }

    private async Task<NumberSet> AskAsync(AlertQuery step, SqlQuery query, DateTimeOffset now, Func<string, string>? change)
    {
        var sql = change is null ? query.Sql : change(query.Sql);
        return NumberSet.Of(await _source.QueryAsync(sql, query.Format, step.RangeAt(now), DefaultInterval));
    }

    private static NumberSet Work(AlertQuery step, Dictionary<string, NumberSet> steps) => step.ExpressionType switch
    {
        "math" => MathExpression.Evaluate(step.Model.Text("expression") ?? "", steps),
        var type => throw new NotSupportedException($"No shipped rule has used a {type} expression so far."),
    };
}
