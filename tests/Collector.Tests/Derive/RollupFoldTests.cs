using Tidemark.Collector.Model;
using Tidemark.Collector.Tests.Derive.Testing;

namespace Tidemark.Collector.Tests.Derive;

public class RollupFoldTests
{
    [Fact]
    public void Fold_Nothing_IsNothing() => Assert.Empty(Folds.Rollup().Fold([]));

    [Fact]
    public void Fold_OneFailedInference_FillsEveryScopeInEveryTier()
    {
        var inference = Make.Inference(615.5, "kimi", 100, agent: "planner", seconds: 31).Failed("429") with { TimeToFirstTokenMs = 250.5, Bytes = 64 };

        var deltas = Folds.Rollup().Fold([inference]);

        // It runs no workflow and calls no tool or dependency.
        RollupScope[] coarse = [.. Enum.GetValues<RollupScope>().Except([RollupScope.Workflow, RollupScope.Tool, RollupScope.Dependency])];
        Assert.Equal(coarse.Where(scope => scope < RollupScope.Environment), ScopesOf(deltas, RollupTier.TenSeconds));
        Assert.Equal(coarse, ScopesOf(deltas, RollupTier.FiveMinutes));
        Assert.Equal(coarse, ScopesOf(deltas, RollupTier.OneHour));
        Assert.Equal(
            [Make.At(640), Make.At(600), Make.At(0)],
            deltas.Where(delta => delta.Series.Scope == RollupScope.All).OrderBy(delta => delta.Tier).Select(delta => delta.Bucket));
        Assert.All(deltas, delta => Assert.Equal(DateTimeKind.Utc, delta.Bucket.Kind));
        Assert.All(deltas, delta => Assert.Equal(
            (1, 1, 1, 110, 0.001m, 64, 31_000_000, 1, 250_500),
            (delta.Measures.Operations, delta.Measures.Errors, delta.Measures.Slow, delta.Measures.Tokens.Total, delta.Measures.CostUsd,
                delta.Measures.Bytes, delta.Measures.DurationMaxMicros, delta.Measures.FirstTokenCount, delta.Measures.FirstTokenMicros)));
    }

    [Fact]
    public void Fold_Scopes_KeepOneDimensionAndLeaveOutEmptyOnes()
    {
        var deltas = Folds.Rollup().Fold([Make.Tool(0)]).Where(delta => delta.Tier == RollupTier.OneHour).ToDictionary(delta => delta.Series.Scope);

        Assert.Equal(
            [RollupScope.All, RollupScope.Service, RollupScope.Kind, RollupScope.Series, RollupScope.Environment, RollupScope.Operation, RollupScope.Tool],
            deltas.Keys.Order());
        Assert.Equal(new Series("", "", default, "", "", "", "", "", "", ""), deltas[RollupScope.All].Series.Series);
        Assert.Equal(new Series("shop", "", default, "", "", "", "", "", "", ""), deltas[RollupScope.Service].Series.Series);
        Assert.Equal(new Series("", "", OperationKind.Tool, "", "", "", "", "", "", ""), deltas[RollupScope.Kind].Series.Series);
    }

    [Fact]
    public void Fold_Errors_AreKeptByTypeBesideTheWhole()
    {
        var deltas = Folds.Rollup().Fold([Make.Tool(0), Make.Tool(1).Failed("timeout"), Make.Tool(2).Failed("500"), Make.Tool(3).Failed("500")]);

        var errors = deltas.Where(delta => delta is { Tier: RollupTier.TenSeconds, Series.Scope: RollupScope.Error }).ToDictionary(delta => delta.Series.ErrorType);
        Assert.Equal((1L, 2L), (errors["timeout"].Measures.Operations, errors["500"].Measures.Operations));
        Assert.All(deltas.Where(delta => delta.Series.Scope == RollupScope.Series), delta => Assert.Equal((4L, 3L), (delta.Measures.Operations, delta.Measures.Errors)));
    }

    [Fact]
    public void Fold_DependenciesAndCaches_AreCountedForHealth()
    {
        var deltas = Folds.Rollup().Fold([Make.Call(0), Make.Call(1, failed: true), Make.Cache(2, "redis"), Make.Cache(3, "redis", hit: false), Make.Cache(4, "redis", hit: null)]);

        var all = deltas.First(delta => delta.Series.Scope == RollupScope.All).Measures;
        Assert.Equal((2L, 1L, 2L, 1L), (all.Dependencies, all.DependencyErrors, all.CacheLookups, all.CacheHits));
    }

    [Fact]
    public void Fold_AnyOperations_EqualsPlainGrouping()
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            // Series made anew for each operation: equal, never the same object.
            var operations = new Scenario(seed, isCoarse: true, count: 120).Operations;
            var deltas = Folds.Rollup().Fold(operations);

            Assert.Equal(deltas.Count, deltas.DistinctBy(delta => (delta.Tier, delta.Series, delta.Bucket)).Count());
            foreach (var delta in deltas)
            {
                RollupMeasures expected = new();
                foreach (var operation in operations.Where(operation => IsIn(operation, delta))) expected.Add(operation, IsSlow(operation));
                Assert.True(Text(expected) == Text(delta.Measures), $"Seed {seed}: {delta.Series} {delta.Tier} {delta.Bucket}");
            }

            foreach (var tier in Enum.GetValues<RollupTier>())
            {
                var whole = deltas.Where(delta => delta.Tier == tier && delta.Series.Scope == RollupScope.Series);
                Assert.Equal(operations.Count, whole.Sum(delta => delta.Measures.Operations));
            }
        }
    }

    private static IEnumerable<RollupScope> ScopesOf(IEnumerable<RollupDelta> deltas, RollupTier tier) =>
        deltas.Where(delta => delta.Tier == tier).Select(delta => delta.Series.Scope).Order();

    private static bool IsIn(Operation operation, RollupDelta delta)
    {
        var end = operation.EndedAt;
        if (end < delta.Bucket || end >= delta.Bucket.AddSeconds((int)delta.Tier)) return false;
        var (mine, row) = (operation.Series, delta.Series.Series);
        return delta.Series.Scope switch
        {
            RollupScope.All => true,
            RollupScope.Service => mine.Service == row.Service,
            RollupScope.Provider => mine.Provider == row.Provider,
            RollupScope.Model => mine.Model == row.Model,
            RollupScope.Agent => mine.Agent == row.Agent,
            RollupScope.Kind => mine.Kind == row.Kind,
            RollupScope.Environment => mine.Environment == row.Environment,
            RollupScope.Operation => mine.Operation == row.Operation,
            RollupScope.Workflow => mine.Workflow == row.Workflow,
            RollupScope.Tool => mine.Tool == row.Tool,
            RollupScope.Dependency => mine.Dependency == row.Dependency,
            RollupScope.ErrorType => operation.Failure?.Type == delta.Series.ErrorType,
            RollupScope.Series => mine == row,
            _ => mine == row && operation.Failure?.Type == delta.Series.ErrorType,
        };
    }

    private static bool IsSlow(Operation operation) => operation.Series.Kind switch
    {
        OperationKind.Inference => operation.Duration.TotalSeconds > 30,
        OperationKind.Tool => operation.Duration.TotalSeconds > 10,
        OperationKind.Dependency => operation.Duration.TotalSeconds > 2,
        _ => false,
    };

    private static string Text(RollupMeasures measures) =>
        string.Join(' ', typeof(RollupMeasures).GetProperties().Where(property => property.Name != nameof(measures.Durations)).Select(property => property.GetValue(measures)))
        + string.Join(' ', measures.Durations.ToCells());
}
