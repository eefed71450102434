using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation.Tests.Telemetry;

public sealed class StandardVariablesTests
{
    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("false", false)]
    [InlineData("no_content", false)]
    [InlineData("event_only", false)]
    [InlineData("true", true)]
    [InlineData(" TRUE ", true)]
    [InlineData("SPAN_ONLY", true)]
    [InlineData("SPAN_AND_EVENT", true)]
    public void IsCapturing_ByValue_IsWhatTheStandardSays(string? value, bool expected) =>
        Assert.Equal(expected, StandardVariables.IsCapturing(value));

    [Theory]
    [InlineData(null, null)]
    [InlineData("http/dup", null)]
    [InlineData("gen_ai_latest_experimental", GenAiConventions.Current)]
    [InlineData("http, gen_ai_latest_experimental", GenAiConventions.Current)]
    [InlineData("gen_ai/dup,gen_ai_latest_experimental", GenAiConventions.Both)]
    public void ConventionsOf_ByOptIn_IsWhatTheOperatorChose(string? optIn, GenAiConventions? expected) =>
        Assert.Equal(expected, StandardVariables.ConventionsOf(optIn));
}
