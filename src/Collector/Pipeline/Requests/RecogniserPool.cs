using System.Collections.Concurrent;
using Tidemark.Collector.Recognise;

namespace Tidemark.Collector.Pipeline.Requests;

/// <summary>A pool of recognisers with their scratch memory, one per active request, up to a bound.</summary>
internal sealed class RecogniserPool(IServiceProvider services)
{
    private const int Kept = 64;

    private readonly ConcurrentBag<Recogniser> _free = [];

    public Recogniser Rent(string source)
    {
        var recogniser = _free.TryTake(out var free) ? free : services.GetRequiredService<Recogniser>();
        recogniser.Begin(source);
        return recogniser;
    }

    public void Return(Recogniser recogniser)
    {
        if (_free.Count < Kept) _free.Add(recogniser);
    }
}
