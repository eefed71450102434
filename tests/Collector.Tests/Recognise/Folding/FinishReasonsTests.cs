using Tidemark.Collector.Recognise.Folding;

namespace Tidemark.Collector.Tests.Recognise.Folding;

public class FinishReasonsTests
{
    [Theory]
    [InlineData("stop", "stop")]
    [InlineData("STOP", "stop")]
    [InlineData("end_turn", "stop")]
    [InlineData("stop_sequence", "stop")]
    [InlineData("length", "length")]
    [InlineData("max_tokens", "length")]
    [InlineData("MAX_TOKENS", "length")]
    [InlineData("tool_use", "tool_call")]
    [InlineData("tool_calls", "tool_call")]
    [InlineData("tool-calls", "tool_call")]
    [InlineData("ToolCalls", "tool_call")]
    [InlineData("tool_call", "tool_call")]
    [InlineData("content_filter", "content_filter")]
    [InlineData("SAFETY", "content_filter")]
    [InlineData("refusal", "content_filter")]
    [InlineData("error", "error")]
    [InlineData("pause_turn", "pause_turn")]
    public void Fold_Reason_GivesOneWord(string reason, string expected) => Assert.Equal(expected, FinishReasons.Fold(reason));
}
