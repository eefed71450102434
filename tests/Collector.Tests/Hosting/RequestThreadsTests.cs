using Tidemark.Collector.Hosting;

namespace Tidemark.Collector.Tests.Hosting;

public sealed class RequestThreadsTests
{
    [Fact]
    public void Reserve_FewThreads_RaisesThemAndKeepsMore()
    {
        ThreadPool.GetMinThreads(out var workers, out var completionPorts);
        try
        {
            ThreadPool.SetMinThreads(1, completionPorts);
            RequestThreads.Reserve();
            Assert.True(Workers() >= 8 * Environment.ProcessorCount, $"{Workers()}");

            var more = Workers() + 5;
            ThreadPool.SetMinThreads(more, completionPorts);
            RequestThreads.Reserve();
            Assert.Equal(more, Workers());
        }
        finally
        {
            ThreadPool.SetMinThreads(workers, completionPorts);
        }
    }

    private static int Workers()
    {
        ThreadPool.GetMinThreads(out var workers, out _);
        return workers;
    }
}
