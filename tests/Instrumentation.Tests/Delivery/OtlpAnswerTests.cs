using System.Net;
using System.Net.Http.Headers;
using Tidemark.Instrumentation.Delivery;

namespace Tidemark.Instrumentation.Tests.Delivery;

public sealed class OtlpAnswerTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(7, 7)]
    [InlineData(86_400, 300)]
    [InlineData(2_147_484, 300)]
    [InlineData(int.MaxValue, 300)]
    public void OfHttp_RetryAfterInSeconds_IsAtMostFiveMinutes(int seconds, int expected) =>
        Assert.Equal(TimeSpan.FromSeconds(expected), RetryAfter(new(TimeSpan.FromSeconds(seconds))));

    [Fact]
    public void OfHttp_RetryAfterDate_IsTheTimeUntilThen()
    {
        var now = TimeProvider.System.GetUtcNow();

        Assert.Equal(TimeSpan.FromMinutes(5), RetryAfter(new(now.AddDays(1))));
        Assert.Equal(TimeSpan.Zero, RetryAfter(new(now.AddDays(-1))));
        Assert.InRange(RetryAfter(new(now.AddMinutes(4))) ?? default, TimeSpan.FromTicks(1), TimeSpan.FromMinutes(4));
    }

    [Fact]
    public void OfGrpc_RetryAfterOfAProxy_IsAtMostFiveMinutes()
    {
        using var response = Unavailable(new(TimeSpan.FromDays(1)));

        Assert.Equal(TimeSpan.FromMinutes(5), OtlpAnswer.OfGrpc(response).RetryAfter);
    }

    private static TimeSpan? RetryAfter(RetryConditionHeaderValue header)
    {
        using var response = Unavailable(header);
        return OtlpAnswer.OfHttp(response).RetryAfter;
    }

    private static HttpResponseMessage Unavailable(RetryConditionHeaderValue header)
    {
        var response = new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter = header;
        return response;
    }
}
