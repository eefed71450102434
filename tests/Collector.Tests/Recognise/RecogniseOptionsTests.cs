using Tidemark.Collector.Recognise;

namespace Tidemark.Collector.Tests.Recognise;

public class RecogniseOptionsTests
{
    [Fact]
    public void Validate_Defaults_Succeed() => Assert.True(new RecogniseOptionsValidator().Validate(null, new RecogniseOptions()).Succeeded);

    [Fact]
    public void Validate_SeveralMistakes_AreReportedTogether()
    {
        var result = new RecogniseOptionsValidator().Validate(
            null, new RecogniseOptions { RetentionDays = 0, MaxLabels = 1, FutureTolerance = TimeSpan.FromDays(-1) });

        Assert.Equal(3, result.Failures!.Count());
        Assert.All(result.Failures!, failure => Assert.StartsWith("Tidemark:Recognise:", failure, StringComparison.Ordinal));
    }
}
