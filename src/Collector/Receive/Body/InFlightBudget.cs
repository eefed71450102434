using Microsoft.Extensions.Options;

namespace Tidemark.Collector.Receive.Body;

/// <summary>Limits the bytes of all requests that are being received or committed.</summary>
internal sealed class InFlightBudget(IOptions<ReceiveOptions> options)
{
    private readonly long _limit = options.Value.MaxInFlightBytes;
    private long _taken;

    public long Taken => Interlocked.Read(ref _taken);

    public bool TryTake(long bytes)
    {
        if (Interlocked.Add(ref _taken, bytes) <= _limit) return true;
        Give(bytes);
        return false;
    }

    public void Give(long bytes) => Interlocked.Add(ref _taken, -bytes);
}
