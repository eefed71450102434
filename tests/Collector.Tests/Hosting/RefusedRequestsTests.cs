using Tidemark.Collector.Hosting;
using Tidemark.Testing;

namespace Tidemark.Collector.Tests.Hosting;

public sealed class RefusedRequestsTests
{
    private readonly FakeTime _time = new();

    [Fact]
    public void Record_ManyWithinAMinute_ReportsTheFirstAndThenTheSum()
    {
        var refused = new RefusedRequests(10, _time);

        Assert.Equal(1, refused.Record("a", "/v1/traces", 400, "first"));
        for (var i = 0; i < 5; i++) Assert.Equal(0, refused.Record("a", "/v1/traces", 400, "later"));
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(6, refused.Record("a", "/v1/traces", 400, "newest"));
        var entry = Assert.Single(refused.Newest());
        Assert.Equal((7, "newest"), (entry.Count, entry.Reason));
    }

    [Fact]
    public void Record_OtherSourceOrStatus_IsReportedOfItsOwn()
    {
        var refused = new RefusedRequests(10, _time);

        Assert.Equal(1, refused.Record("a", "/v1/traces", 400, "x"));
        Assert.Equal(1, refused.Record("b", "/v1/traces", 400, "x"));
        Assert.Equal(3, refused.Record("a", "/v1/traces", 200, "x", count: 3));
        Assert.Equal(3, refused.Newest().Count);
    }

    [Fact]
    public void Record_MoreKindsThanCapacity_ForgetsTheQuietest()
    {
        var refused = new RefusedRequests(2, _time);
        foreach (var source in new[] { "a", "b", "a", "c" })
        {
            refused.Record(source, "/v1/logs", 401, "x");
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(["c", "a"], refused.Newest().Select(entry => entry.Source));
    }
}
