using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Traces;
using Tidemark.Testing.Recordings;

namespace Tidemark.Collector.Tests.Derive.Traces;

/// <summary>Results of real programs' reports, in any order and batches, with repetitions.</summary>
public sealed class RecordedTraceTests
{
    public static TheoryData<string> Sets => [.. RecordedRequest.Sets];

    [Theory]
    [MemberData(nameof(Sets))]
    public void Rows_AnyOrderBatchesAndDuplicates_AreTheSame(string set)
    {
        var requests = RecordedItems.Of(RecordedRequest.Of(set));
        var expected = Run(requests, random: null).Rows();
        for (var seed = 1; seed <= 12; seed++)
        {
            var random = new Random(seed);
            var items = requests.SelectMany(request => request).ToArray();
            items = [.. items, .. items.Where(_ => random.Next(4) == 0)];
            random.Shuffle(items);
            var actual = Run(Batches(items, random), random).Rows();
            Assert.True(
                expected.SequenceEqual(actual),
                $"seed {seed} of {set}:\n{string.Join('\n', expected.Except(actual).Take(5))}\nbecame\n{string.Join('\n', actual.Except(expected).Take(5))}");
        }
    }

    [Theory]
    [InlineData("python", "py-genai-anthropic-twice", 6, 1)]
    [InlineData("python", "py-tl-anthropic-twice", 6, 1)]
    [InlineData("python", "py-logfire", 16, 3)]
    [InlineData("python", "py-litellm-proxy", 9, 3)]
    [InlineData("agents", "py-google-adk1", 6, 1)]
    [InlineData("agents", "py-langchain-oi-v2openai", 8, 1)]
    [InlineData("agents", "py-dspy-litellm", 4, 1)]
    [InlineData("polyglot", "js-oi-anthropic", 4, 1)]
    public void ModelCalls_OfEachProgram_CountOnce(string set, string service, int calls, int failed)
    {
        var requests = RecordedItems.Of([.. RecordedRequest.Of(set).Where(request => request.Service.StartsWith(service, StringComparison.Ordinal))]);

        var counted = Run(requests, random: null).Stored.Where(operation => operation.Series.Kind == OperationKind.Inference).ToList();

        Assert.Equal((calls, failed), (counted.Count, counted.Count(call => call.IsError)));
    }

    // Shifts each service's times so that its last span ends now, as if clocks differed by seconds.
    [Fact]
    public void FailedCall_ClocksOfCallerAndGatewayApart_IsItsCallers()
    {
        var programs = RecordedRequest.Of("python")
            .Where(request => request.Service.StartsWith("py-litellm-proxy", StringComparison.Ordinal))
            .GroupBy(request => request.Service)
            .ToList();
        var latest = programs.Max(program => program.Max(request => request.LatestNanos()));
        var requests =
            RecordedItems.Of(
                [
                    .. programs.SelectMany(
                        program => program.Select(request => request.Later(TimeSpan.FromTicks((latest - program.Max(own => own.LatestNanos())) / 100))))
                ]);

        var failed = Run(requests, random: null).Stored.Where(operation => operation.IsModelCall && operation.IsError)
            .Select(operation => operation.SessionId)
            .ToList();

        Assert.Equal(3, failed.Count);
        Assert.Contains("py-litellm-proxy-client-session", failed);
        Assert.Contains("py-litellm-proxy-traced-session", failed);
    }

    private static TraceWorld Run(IEnumerable<IReadOnlyList<(Operation? Operation, TraceFact? Fact)>> batches, Random? random)
    {
        var world = new TraceWorld();
        foreach (var batch in batches)
        {
            world.Arrive(batch);
            if (random is not null && random.Next(8) == 0) world.Settle(random.Next(2) == 0);
        }

        world.Settle(areWaitsOver: true);
        return world;
    }

    private static IEnumerable<IReadOnlyList<(Operation? Operation, TraceFact? Fact)>> Batches((Operation? Operation, TraceFact? Fact)[] items, Random random)
    {
        for (var from = 0; from < items.Length;)
        {
            var to = Math.Min(items.Length, from + 1 + random.Next(20));
            yield return items[from..to];
            from = to;
        }
    }
}
