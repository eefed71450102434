using Tidemark.Collector.Recognise.Normalisation;

namespace Tidemark.Collector.Tests.Recognise.Normalisation;

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
    [InlineData("FinishReason.STOP", "stop")]
    [InlineData("<FinishReason.MAX_TOKENS: 'MAX_TOKENS'>", "length")]
    [InlineData("FINISH_REASON_STOP", "stop")]
    [InlineData("StopReason.END_TURN", "stop")]
    [InlineData("STOP_REASON_TOOL_USE", "tool_call")]
    [InlineData("['stop']", "stop")]
    [InlineData("Stop", "stop")]
    [InlineData("endTurn", "stop")]
    [InlineData("function_call", "tool_call")]
    [InlineData("MALFORMED_FUNCTION_CALL", "error")]
    [InlineData("failed", "error")]
    [InlineData("canceled", "cancelled")]
    [InlineData("IMAGE_SAFETY", "content_filter")]
    [InlineData("2", "length")]
    public void Fold_Reason_GivesOneWord(string reason, string expected) => Assert.Equal(expected, FinishReasons.Normalise(reason));
}
