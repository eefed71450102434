using Tidemark.Testing.Recordings;

namespace Tidemark.Collector.IntegrationTests.Pipeline.Evidence;

/// <summary>Recordings of real programs result in the right calls, tokens, cost, errors, tools, agents, sessions and users.</summary>
public sealed class RecordedValuesTests(EvidenceCollector collector) : IClassFixture<EvidenceCollector>
{
    public static TheoryData<string> Sets => [.. RecordedRequest.Sets];

    [Theory]
    [MemberData(nameof(Sets))]
    public async Task Export_RecordedPrograms_GiveTheRightValues(string set)
    {
        var recorded = RecordedRequest.Of(set);
        var start = DateTimeOffset.UnixEpoch.AddTicks(recorded.Max(request => request.LatestNanos()) / 100);
        var shift = TimeProvider.System.GetUtcNow().AddSeconds(-1) - start;
        foreach (var request in recorded) await collector.SendAsync($"/v1/{request.Signal}", request.Later(shift).ToBytes());

        await collector.SettledAsync();

        await EvidenceCollector.AssertNoneAsync(async () =>
        {
            var wrong = new List<string>();
            foreach (var value in RecordedValue.Of(set))
            {
                var found = (await collector.AskAsync(value.Query)).Split('\n')[^1];
                if (found != value.Right) wrong.Add($"{value.What}: {found} instead of {value.Right}");
            }

            return wrong;
        });
    }
}
