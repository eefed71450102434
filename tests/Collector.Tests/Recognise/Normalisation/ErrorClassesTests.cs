using Tidemark.Collector.Recognise.Normalisation;

namespace Tidemark.Collector.Tests.Recognise.Normalisation;

public class ErrorClassesTests
{
    [Theory]
    [InlineData("429", "rate_limit")]
    [InlineData("rate_limit_exceeded", "rate_limit")]
    [InlineData("RateLimitError", "rate_limit")]
    [InlineData("ThrottlingException", "rate_limit")]
    [InlineData("insufficient_quota", "rate_limit")]
    [InlineData("RESOURCE_EXHAUSTED", "rate_limit")]
    [InlineData("timeout", "timeout")]
    [InlineData("System.TimeoutException", "timeout")]
    [InlineData("APITimeoutError", "timeout")]
    [InlineData("DEADLINE_EXCEEDED", "timeout")]
    [InlineData("ETIMEDOUT", "timeout")]
    [InlineData("408", "timeout")]
    [InlineData("504", "timeout")]
    [InlineData("401", "auth")]
    [InlineData("403", "auth")]
    [InlineData("AuthenticationError", "auth")]
    [InlineData("PERMISSION_DENIED", "auth")]
    [InlineData("invalid_api_key", "auth")]
    [InlineData("400", "invalid_request")]
    [InlineData("404", "invalid_request")]
    [InlineData("invalid_request_error", "invalid_request")]
    [InlineData("BadRequestError", "invalid_request")]
    [InlineData("context_length_exceeded", "invalid_request")]
    [InlineData("System.ArgumentException", "invalid_request")]
    [InlineData("file_not_found", "invalid_request")]
    [InlineData("500", "server")]
    [InlineData("529", "server")]
    [InlineData("overloaded_error", "server")]
    [InlineData("InternalServerError", "server")]
    [InlineData("ServiceUnavailable", "server")]
    [InlineData("ECONNRESET", "network")]
    [InlineData("ENOTFOUND", "network")]
    [InlineData("APIConnectionError", "network")]
    [InlineData("System.Net.Http.HttpRequestException", "network")]
    [InlineData("System.Net.Sockets.SocketException", "network")]
    [InlineData("499", "cancelled")]
    [InlineData("AbortError", "cancelled")]
    [InlineData("System.OperationCanceledException", "cancelled")]
    [InlineData("System.Threading.Tasks.TaskCanceledException", "cancelled")]
    [InlineData("content_filter", "refusal")]
    [InlineData("refusal", "refusal")]
    [InlineData("_OTHER", "other")]
    [InlineData("tool_error", "other")]
    [InlineData("", "other")]
    [InlineData("200", "other")]
    public void Of_ErrorType_GivesClass(string type, string expected) => Assert.Equal(expected, ErrorClasses.Of(type));

    [Fact]
    public void Parts_AllClasses_AreTheDocumentedOnes()
    {
        string[] documented = ["rate_limit", "timeout", "auth", "invalid_request", "server", "network", "cancelled", "refusal"];

        Assert.Equal(documented.Order(), ErrorClasses.Parts.Select(part => part.Class).Distinct().Order());
        Assert.All(ErrorClasses.Parts, part => Assert.Equal(string.Concat(part.Part.Where(char.IsAsciiLetterLower)), part.Part));
    }
}
