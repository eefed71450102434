using Npgsql;
using Tidemark.Grafana.Lint.Bundles;
using Tidemark.Grafana.Lint.Expansion;
using Tidemark.Grafana.Tests.Source;

namespace Tidemark.Grafana.Tests.Queries;

/// <summary>Runs a dashboard's queries with given values of its variables, over the dashboard's own time range.</summary>
internal sealed class Asker(NpgsqlDataSource database, Func<Variable, VariableValue> choose)
{
    private const int Points = 400;

    private static readonly TimeSpan SmallestInterval = TimeSpan.FromSeconds(1);

    private readonly PostgresSource _source = new(database);

    public Task<Frame> AskAsync(Dashboard dashboard, SqlQuery query) => AskAsync(dashboard, query, RangeOf(dashboard));

    /// <param name="range">The time range up to now, instead of the dashboard's own.</param>
    public Task<Frame> AskAsync(Dashboard dashboard, SqlQuery query, TimeSpan range)
    {
        var now = TimeProvider.System.GetUtcNow();
        return AskAsync(dashboard, query, new TimeRange(now - range, now));
    }

    private async Task<Frame> AskAsync(Dashboard dashboard, SqlQuery query, TimeRange range)
    {
        var interpolator = new TemplateInterpolator(dashboard.Variables.ToDictionary(variable => variable.Name, choose));
        return await _source.QueryAsync(interpolator.Interpolate(query.Sql), query.Format, range, IntervalOf(range));
    }

    /// <summary>The widest selection: All if offered, otherwise one value.</summary>
    public static Asker ForAll(NpgsqlDataSource database, string session) =>
        new(
            database,
            variable => variable.AllValue is { } all
                ? VariableValue.All(all)
                : VariableValue.Single(variable.Name switch { "session" => session, "id" => "", _ => "tidemark-pg" }));

    /// <summary>The same two values for all variables, one of them with characters that need quoting.</summary>
    public static Asker ForAwkwardValues(NpgsqlDataSource database) =>
        new(database, variable => variable.IsMulti ? VariableValue.Multiple("o'hara $1 \\ [[x]]", "b") : VariableValue.Single("o'hara"));

    private static TimeRange RangeOf(Dashboard dashboard)
    {
        var now = TimeProvider.System.GetUtcNow();
        var from = dashboard.Json.At("time").Text("from") ?? "";
        return GrafanaInterval.TryParse(from["now-".Length..], out var length)
            ? new TimeRange(now - length, now)
            : throw new InvalidOperationException($"{dashboard.Uid} begins at '{from}'.");
    }

    private static TimeSpan IntervalOf(TimeRange range)
    {
        var interval = TimeSpan.FromSeconds(Math.Ceiling((range.To - range.From).TotalSeconds / Points));
        return interval > SmallestInterval ? interval : SmallestInterval;
    }
}
