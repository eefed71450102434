using Tidemark.Testing.Cases;

namespace Tidemark.Collector.IntegrationTests.Pipeline.Evidence;

/// <summary>Cases of public bug reports about wrong counts in other tools are counted correctly.</summary>
public sealed class ReportedCaseTests(EvidenceCollector collector) : IClassFixture<EvidenceCollector>
{
    [Fact]
    public async Task Export_ReportedCases_GiveTheRightAnswers()
    {
        var now = TimeProvider.System.GetUtcNow();
        var cases = ReportedCase.Names.ToDictionary(name => name, name => ReportedCase.Of(name, now));
        foreach (var phase in cases.Values.SelectMany(one => one.Posts()).GroupBy(post => post.Phase).OrderBy(phase => phase.Key))
        {
            foreach (var (_, path, body) in phase) await collector.SendAsync(path, body);
            await collector.SettledAsync();
        }

        Assert.NotEmpty(cases);
        await EvidenceCollector.AssertNoneAsync(async () =>
        {
            var wrong = new List<string>();
            foreach (var (name, one) in cases)
            {
                var found = await collector.AskAsync(one.Query);
                if (found != one.Right) wrong.Add($"{name}: {found} instead of {one.Right}");
            }

            return wrong;
        });
    }
}
