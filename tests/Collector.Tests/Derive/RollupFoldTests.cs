using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;
using Tidemark.Collector.Tests.Derive.Testing;

namespace Tidemark.Collector.Tests.Derive;

public class RollupFoldTests
{
    [Fact]
    public void Fold_Nothing_IsNothing() => Assert.Empty(Folds.Rollup().Fold([]));

    [Fact]
    public void Fold_OneFailedInference_IsADeltaOfItsSeriesAndOneOfItsErrorType()
    {
        var inference = Make.Inference(615.5, "kimi", 100, agent: "planner", seconds: 31).Failed("429") with { TimeToFirstTokenMs = 250.5, Bytes = 64 };

        var deltas = Folds.Rollup().Fold([inference]);

        Assert.Equal(
            [new RollupSeries(RollupScope.Series, inference.Series), new RollupSeries(RollupScope.Error, inference.Series, "429")],
            deltas.Select(delta => delta.Series).OrderBy(series => series.Scope));
        Assert.All(deltas, delta => Assert.Equal((Make.At(640), DateTimeKind.Utc), (delta.Bucket, delta.Bucket.Kind)));
        Assert.All(deltas, delta => Assert.Equal(
            (1, 1, 1, 110, 0.001m, 64, 31_000_000, 1, 250_500),
            (delta.Measures.Operations, delta.Measures.Errors, delta.Measures.Slow, delta.Measures.Tokens.Total, delta.Measures.CostUsd,
                delta.Measures.Bytes, delta.Measures.DurationMicros, delta.Measures.FirstTokenCount, delta.Measures.FirstTokenMicros)));
    }

    [Fact]
    public void Fold_RunCalledByAnAgent_IsADeltaOfItsCallerToo()
    {
        var run = Make.Operation(0, Make.Series(OperationKind.Agent, agent: "helper")) with { Caller = "boss" };

        var deltas = Folds.Rollup().Fold([run, run with { Caller = "other" }, run with { Caller = null }]);

        Assert.Equal([("", 3L), ("boss", 1L), ("other", 1L)], deltas.Select(delta => (delta.Series.Caller, delta.Measures.Operations)).Order());
        Assert.Equal(["Series", "Caller", "Caller"], deltas.Select(delta => delta.Series.Scope.ToString()));
    }

    [Fact]
    public void Fold_SeveralPayers_HaveADeltaEach()
    {
        var tool = Make.Tool(0);
        var failed = Make.Tool(1).Failed("429") with { UserId = "u-1", Labels = """{"team":"search","project":"x"}"""u8.ToArray() };

        var deltas = Folds.Rollup().Fold([tool, tool with { UserId = "u-1" }, tool with { UserId = "u-2" }, tool with { UserId = "u-1" }, failed]);

        Assert.Equal(
            [
                "Error u-1 {\"project\":\"x\",\"team\":\"search\"} 1", "Series  1", "Series u-1 {\"project\":\"x\",\"team\":\"search\"} 1", "Series u-1 {} 2",
                "Series u-2 {} 1"
            ],
            deltas.Select(
                delta =>
                    $"{delta.Series.Scope} {delta.Series.Payer?.UserId} "
                        + $"{delta.Series.Payer?.Labels}{(delta.Series.Payer is null ? "" : " ")}{delta.Measures.Operations}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Fold_LabelsAsTheDatabaseWritesThem_AreThoseOfTheSender()
    {
        var sent = Make.Tool(0) with { Labels = """{"team":"R&D \u00e9","project":"x"}"""u8.ToArray() };
        var stored = sent with { Labels = """{"project": "x", "team": "R&D é"}"""u8.ToArray() };

        Assert.Empty(Folds.Rollup().Fold([sent], withdrawn: [stored]));
    }

    [Fact]
    public void Fold_EqualSeriesOfSeveralObjects_AreOneDelta()
    {
        var delta = Assert.Single(Folds.Rollup().Fold([Make.Tool(0), Make.Tool(1), Make.Tool(2)]));

        Assert.Equal(3, delta.Measures.Operations);
    }

    [Fact]
    public void Fold_WithdrawnInFull_IsNothing()
    {
        Operation[] operations = [Make.Inference(0).Failed("429"), Make.Tool(5, seconds: 3), Make.Call(7, failed: true), Make.Cache(8, "redis")];

        Assert.Empty(Folds.Rollup().Fold(operations, withdrawn: operations));
    }

    [Fact]
    public void Fold_Withdrawn_IsTheNegativeOfWhatItAdded()
    {
        Operation[] operations = [Make.Inference(0).Failed("429") with { Bytes = 5 }, Make.Inference(1, input: 7), Make.Cache(2, "redis")];
        var added = Folds.Rollup().Fold(operations);

        foreach (var delta in Folds.Rollup().Fold([], withdrawn: operations))
        {
            delta.Measures.Add(added.Single(other => other.Series == delta.Series && other.Bucket == delta.Bucket).Measures);
            Assert.True(delta.Measures.IsZero, $"{delta.Series} is left with {delta.Measures.Operations} operations");
            Assert.All(delta.Measures.Kinds, count => Assert.Equal(0, count));
        }
    }
}
