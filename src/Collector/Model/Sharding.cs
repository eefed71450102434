namespace Tidemark.Collector.Model;

/// <summary>Where an operation belongs: the stable hash that is part of its key and picks its lane.</summary>
internal static class Sharding
{
    public const int Shards = 256;

    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;

    /// <summary>The shard of a session or conversation id: FNV-1a over its UTF-16 units, mixed. Stable for ever: it is stored.</summary>
    public static short Of(string id)
    {
        var hash = FnvOffset;
        foreach (var unit in id) hash = (hash ^ unit) * FnvPrime;
        return Fold(hash);
    }

    /// <summary>The shard of an operation that names neither session nor conversation.</summary>
    public static short Of(TraceId traceId) => Fold(traceId.High ^ traceId.Low);

    // The high byte of a multiplicative hash: FNV's own low bits are weak for short ids.
    private static short Fold(ulong hash) => (short)((hash ^ (hash >> 32)) * 0x9E3779B97F4A7C15UL >> 56);
}
