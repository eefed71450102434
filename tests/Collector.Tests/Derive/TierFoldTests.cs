using System.Text;
using Tidemark.Collector.Derive.Rollups;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Payers;
using Tidemark.Collector.Model.Rollups;
using Tidemark.Collector.Tests.Derive.Testing;

namespace Tidemark.Collector.Tests.Derive;

public class TierFoldTests
{
    private static readonly TierStarts Always = new(DateTime.MinValue, DateTime.MinValue, DateTime.MinValue);

    [Fact]
    public void Fold_OneFailedInference_FillsEveryScopeInEveryTier()
    {
        var rows = Fold(Make.Inference(615.5, "kimi", 100, agent: "planner", seconds: 31).Failed("429"));

        // It has no workflow, tool or dependency, and is not called by an agent.
        RollupScope[] coarse = [.. Enum.GetValues<RollupScope>().Except([RollupScope.Workflow, RollupScope.Tool, RollupScope.Dependency, RollupScope.Caller])];
        Assert.Equal(coarse.Where(scope => scope < RollupScope.Environment), ScopesOf(rows, RollupTier.TenSeconds));
        Assert.Equal(coarse, ScopesOf(rows, RollupTier.FiveMinutes));
        Assert.Equal(coarse, ScopesOf(rows, RollupTier.OneHour));
        Assert.Equal(
            [Make.At(640), Make.At(600), Make.At(0)],
            rows.Where(row => row.Series.Scope == RollupScope.All).OrderBy(row => row.Tier).Select(row => row.Bucket));
        Assert.All(rows, row => Assert.Equal(DateTimeKind.Utc, row.Bucket.Kind));
    }

    [Fact]
    public void Fold_Scopes_KeepOneDimensionAndLeaveOutEmptyOnes()
    {
        var rows = Fold(Make.Tool(0)).Where(row => row.Tier == RollupTier.OneHour).ToDictionary(row => row.Series.Scope);

        Assert.Equal(
            [RollupScope.All, RollupScope.Service, RollupScope.Kind, RollupScope.Series, RollupScope.Environment, RollupScope.Operation, RollupScope.Tool],
            rows.Keys.Order());
        Assert.Equal(new Series("", "", default, "", "", "", "", "", "", ""), rows[RollupScope.All].Series.Series);
        Assert.Equal(new Series("shop", "", default, "", "", "", "", "", "", ""), rows[RollupScope.Service].Series.Series);
        Assert.Equal(new Series("", "", OperationKind.Tool, "", "", "", "", "", "", ""), rows[RollupScope.Kind].Series.Series);
    }

    [Fact]
    public void Fold_RunsCalledByAnAgent_AreKeptInEveryTierOfTheirOwnScopeAlone()
    {
        var rows = Fold(Make.Operation(
            0, Make.Series(OperationKind.Agent, agent: "helper")) with
        { Caller = "boss" }).Where(row => row.Series.Caller == "boss").ToList();

        Assert.Equal(Enum.GetValues<RollupTier>().Order(), rows.Select(row => row.Tier).Order());
        Assert.All(rows, row => Assert.Equal((RollupScope.Caller, "helper", 1L), (row.Series.Scope, row.Series.Series.Agent, row.Measures.Operations)));
    }

    [Fact]
    public void Fold_Payers_AreKeptBesideTheWholeInTheCoarserTiers()
    {
        var rows = Fold(Make.Tool(0), Make.Tool(1) with { UserId = "u-1" }, Make.Tool(2).Failed("500") with { UserId = "u-1" });

        var paid = rows.Where(row => row.Series.Payer is not null)
            .Select(row => $"{row.Tier} {row.Series.Scope} {row.Series.Payer!.UserId} {row.Measures.Operations}");
        Assert.Equal(
            ["FiveMinutes Error u-1 1", "FiveMinutes Series u-1 2", "OneHour Error u-1 1", "OneHour Series u-1 2"], paid.Order(StringComparer.Ordinal));
        Assert.All(
            rows.Where(row => row.Series is { Scope: RollupScope.Series or RollupScope.All, Payer: null }), row => Assert.Equal(3L, row.Measures.Operations));
        Assert.Equal(2, rows.Count(row => row.Series is { Scope: RollupScope.All, Payer: null } && row.Tier != RollupTier.TenSeconds));
    }

    [Fact]
    public void Apply_RefusedLabels_AreOtherTogether()
    {
        var deltas = Folds.Rollup()
            .Fold([.. Enumerable.Range(0, 4).Select(i => Make.Tool(0) with { Labels = Encoding.UTF8.GetBytes($$"""{"team":"t-{{i}}"}""") })]);
        Assert.Equal(4, PayerLimit.ValuesOf(deltas).Count);

        var limited = TierFold.Fold(PayerLimit.Apply(deltas, new HashSet<LabelValue> { new("team", "t-1"), new("team", "t-3") }), Always);

        Assert.Equal(
            ["{\"team\":\"__other__\"} 2", "{\"team\":\"t-0\"} 1", "{\"team\":\"t-2\"} 1"],
            limited.Where(row => row is { Tier: RollupTier.OneHour, Series.Payer: not null })
                .Select(row => $"{row.Series.Payer!.Labels} {row.Measures.Operations}")
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Fold_Errors_AreKeptByTypeBesideTheWhole()
    {
        var rows = Fold(Make.Tool(0), Make.Tool(1).Failed("timeout"), Make.Tool(2).Failed("500"), Make.Tool(3).Failed("500"));

        var errors = rows.Where(row => row is { Tier: RollupTier.TenSeconds, Series.Scope: RollupScope.Error }).ToDictionary(row => row.Series.ErrorType);
        Assert.Equal((1L, 2L), (errors["timeout"].Measures.Operations, errors["500"].Measures.Operations));
        Assert.All(rows.Where(row => row.Series.Scope == RollupScope.Series), row => Assert.Equal((4L, 3L), (row.Measures.Operations, row.Measures.Errors)));
    }

    [Fact]
    public void Fold_DependenciesAndCaches_AreCountedForHealth()
    {
        var rows = Fold(
            Make.Call(0), Make.Call(1, failed: true), Make.Cache(2, "redis"), Make.Cache(3, "redis", hit: false), Make.Cache(4, "redis", hit: null));

        var all = rows.First(row => row.Series.Scope == RollupScope.All).Measures;
        Assert.Equal((2L, 1L, 2L, 1L), (all.Dependencies, all.DependencyErrors, all.CacheLookups, all.CacheHits));
    }

    [Fact]
    public void Fold_BucketsBeforeATiersFirst_GoToCoarserTiersOnly()
    {
        var starts = new TierStarts(Make.At(7200), Make.At(3600), Make.At(0));

        var rows = TierFold.Fold(Folds.Rollup().Fold([Make.Tool(10), Make.Tool(3700), Make.Tool(7300)]), starts);

        Assert.Equal([Make.At(7300)], BucketsOf(RollupTier.TenSeconds));
        Assert.Equal([Make.At(3600), Make.At(7200)], BucketsOf(RollupTier.FiveMinutes));
        Assert.Equal([Make.At(0), Make.At(3600), Make.At(7200)], BucketsOf(RollupTier.OneHour));

        IEnumerable<DateTime> BucketsOf(RollupTier tier) =>
            rows.Where(row => row.Tier == tier && row.Series.Scope == RollupScope.All).Select(row => row.Bucket).Order();
    }

    // Transactions append in any order and withdraw numbers of others; merges take any deltas, before or after those they cancel; some
    // are killed before they commit. At every moment, tiers and deltas together equal a plain grouping of the operations.
    [Fact]
    public void Fold_AnyOrderOfDeltasAndMerges_EqualsPlainGrouping()
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            var random = new Random(seed);
            var rollups = new MergedRollups();
            List<Operation> counted = [];
            foreach (var operation in new Scenario(seed, isCoarse: true, count: 120).Operations.Chunk(1 + random.Next(12)))
            {
                Operation[] withdrawn = [.. counted.Where(_ => random.Next(6) == 0)];
                rollups.Append(Folds.Rollup().Fold(operation, withdrawn));
                counted = [.. counted.Except(withdrawn, ReferenceEqualityComparer.Instance).Cast<Operation>(), .. operation];
                if (random.Next(3) == 0) rollups.Merge(random, isKilled: random.Next(4) == 0);
                Assert.True(
                    PlainRows.Of(counted, RollupTier.OneHour, RollupScope.Series) == rollups.Text(RollupTier.OneHour, RollupScope.Series), $"Seed {seed}");
                Assert.True(
                    PlainRows.OfUsers(counted, RollupTier.OneHour, RollupScope.Series) == rollups.Text(RollupTier.OneHour, RollupScope.Series, isPaid: true),
                    $"Seed {seed}");
            }

            while (rollups.Pending > 0) rollups.Merge(random, isKilled: false);
            foreach (var tier in Enum.GetValues<RollupTier>())
            {
                foreach (var scope in Enum.GetValues<RollupScope>().Where(scope => tier != RollupTier.TenSeconds || scope < RollupScope.Environment))
                    Assert.True(PlainRows.Of(counted, tier, scope) == rollups.Text(tier, scope), $"Seed {seed}: {tier} {scope}");
            }
        }
    }

    private static IReadOnlyList<RollupRow> Fold(params Operation[] operations) => TierFold.Fold(Folds.Rollup().Fold(operations), Always);

    private static IEnumerable<RollupScope> ScopesOf(IEnumerable<RollupRow> rows, RollupTier tier) =>
        rows.Where(row => row.Tier == tier).Select(row => row.Series.Scope).Order();
}
