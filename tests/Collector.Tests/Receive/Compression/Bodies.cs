using Microsoft.Extensions.Options;
using Tidemark.Collector.Receive;
using Tidemark.Collector.Receive.Body;

namespace Tidemark.Collector.Tests.Receive.Compression;

internal static class Bodies
{
    public static RequestBody Open(int limit, out InFlightBudget budget)
    {
        var options = new ReceiveOptions { MaxRequestBytes = limit };
        budget = new InFlightBudget(Options.Create(options));
        return new RequestBody(budget, options);
    }
}
