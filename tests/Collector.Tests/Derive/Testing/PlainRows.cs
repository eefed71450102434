using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Payers;
using Tidemark.Collector.Model.Rollups;

namespace Tidemark.Collector.Tests.Derive.Testing;

/// <summary>Rollups by plain grouping of operations, without any of the product's folds.</summary>
internal static class PlainRows
{
    private static readonly Series Whole = new("", "", default, "", "", "", "", "", "", "");

    public static string Of(IEnumerable<Operation> operations, RollupTier tier, RollupScope scope) => Text(
        from operation in operations
        let series = SeriesOf(operation, scope)
        where series is not null
        group operation by (Series: series, Bucket: BucketOf(operation.EndedAt, tier)) into cell
        select (cell.Key.Series, cell.Key.Bucket, Sum(cell)));

    /// <summary>The same per user, for operations without labels.</summary>
    public static string OfUsers(IEnumerable<Operation> operations, RollupTier tier, RollupScope scope) => Text(
        from operation in operations
        where operation.UserId is not null
        let series = SeriesOf(operation, scope)
        where series is not null
        group operation by (Series: series with { Payer = new Payer(operation.UserId!, Payer.NoLabels) }, Bucket: BucketOf(operation.EndedAt, tier)) into cell
        select (cell.Key.Series, cell.Key.Bucket, Sum(cell)));

    public static string Text(IEnumerable<(RollupSeries Series, DateTime Bucket, RollupMeasures Measures)> rows) => string.Join(
        '\n', rows.Where(row => !row.Measures.IsZero).Select(row => $"{row.Series} {row.Bucket:O} {Text(row.Measures)}").Order(StringComparer.Ordinal));

    private static DateTime BucketOf(DateTime at, RollupTier tier) =>
        DateTime.UnixEpoch.AddSeconds(Math.Floor((at - DateTime.UnixEpoch).TotalSeconds / (int)tier) * (int)tier);

    // Null: the operation counts in no row of the scope.
    private static RollupSeries? SeriesOf(Operation operation, RollupScope scope)
    {
        var series = operation.Series;
        Series? kept = scope switch
        {
            RollupScope.All => Whole,
            RollupScope.Service => Unless(series.Service, Whole with { Service = series.Service }),
            RollupScope.Provider => Unless(series.Provider, Whole with { Provider = series.Provider }),
            RollupScope.Model => Unless(series.Model, Whole with { Model = series.Model }),
            RollupScope.Agent => Unless(series.Agent, Whole with { Agent = series.Agent }),
            RollupScope.Kind => Whole with { Kind = series.Kind },
            RollupScope.Environment => Whole with { Environment = series.Environment },
            RollupScope.Operation => Unless(series.Operation, Whole with { Operation = series.Operation }),
            RollupScope.Workflow => Unless(series.Workflow, Whole with { Workflow = series.Workflow }),
            RollupScope.Tool => Unless(series.Tool, Whole with { Tool = series.Tool }),
            RollupScope.Dependency => Unless(series.Dependency, Whole with { Dependency = series.Dependency }),
            RollupScope.Series => series,
            RollupScope.Caller => operation.Caller is null ? null : series,
            _ => operation.Failure is null ? null : scope == RollupScope.Error ? series : Whole,
        };
        if (kept is null) return null;
        var errorType = scope is RollupScope.Error or RollupScope.ErrorType ? operation.Failure!.Type : "";
        return new RollupSeries(scope, kept, errorType, scope == RollupScope.Caller ? operation.Caller! : "");
    }

    private static Series? Unless(string value, Series series) => value.Length == 0 ? null : series;

    private static RollupMeasures Sum(IEnumerable<Operation> operations)
    {
        var sum = new RollupMeasures();
        foreach (var operation in operations) sum.Add(operation, IsSlow(operation));
        return sum;
    }

    private static bool IsSlow(Operation operation) => operation.Series.Kind switch
    {
        OperationKind.Inference => operation.Duration!.Value.TotalSeconds > 30,
        OperationKind.Tool => operation.Duration!.Value.TotalSeconds > 10,
        OperationKind.Dependency => operation.Duration!.Value.TotalSeconds > 2,
        _ => false,
    };

    private static string Text(RollupMeasures measures)
    {
        var numbers = typeof(RollupMeasures).GetProperties()
            .Where(property => property.Name is not nameof(measures.Durations) and not nameof(measures.Kinds) and not nameof(measures.CostUsd))
            .Select(property => property.GetValue(measures));
        return $"{string.Join(' ', numbers)} {measures.CostUsd:0.############} [{string.Join(' ', measures.Kinds)}] "
            + $"{string.Join(' ', measures.Durations.ToCells())}";
    }
}
