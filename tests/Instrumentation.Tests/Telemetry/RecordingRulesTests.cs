using Tidemark.Instrumentation.Telemetry;
using Tidemark.Instrumentation.Tests.Testing;

namespace Tidemark.Instrumentation.Tests.Telemetry;

/// <summary>Sets environment variables of the process: not parallel.</summary>
[Collection(nameof(Alone))]
public sealed class RecordingRulesTests : IDisposable
{
    public void Dispose()
    {
        Environment.SetEnvironmentVariable(StandardVariables.StabilityOptIn, null);
        Environment.SetEnvironmentVariable(StandardVariables.CaptureContent, null);
    }

    [Fact]
    public void Of_OptInSet_WinsOverTheOption()
    {
        Environment.SetEnvironmentVariable(StandardVariables.StabilityOptIn, "gen_ai_latest_experimental");
        var rules = RecordingRules.Of(new TidemarkOptions { Conventions = GenAiConventions.Older });

        Assert.Equal((true, false), (rules.UsesCurrentNames, rules.UsesOlderNames));
    }

    [Fact]
    public void Of_NoConventions_UsesTheCurrentOnes() =>
        Assert.True(RecordingRules.Of(new TidemarkOptions { Conventions = 0 }).UsesCurrentNames);

    [Fact]
    public void Options_CaptureVariableSet_CaptureUnlessCodeSaysNo()
    {
        Environment.SetEnvironmentVariable(StandardVariables.CaptureContent, "true");

        Assert.True(RecordingRules.Of(new TidemarkOptions()).CapturesContent);
        Assert.False(RecordingRules.Of(new TidemarkOptions { CaptureContent = false }).CapturesContent);
    }
}
