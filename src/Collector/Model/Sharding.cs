using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Model;

/// <summary>Computes shards: the stable hash that is part of an operation's key and selects its lane.</summary>
internal static class Sharding
{
    public const int Shards = 256;

    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;

    /// <summary>The shard of a session or conversation id: FNV-1a over its UTF-16 code units, mixed. Stored: must never change.</summary>
    public static short Of(string id)
    {
        var hash = FnvOffset;
        foreach (var unit in id) hash = (hash ^ unit) * FnvPrime;
        return Mix(hash);
    }

    /// <summary>The shard of an operation without session and conversation.</summary>
    public static short Of(TraceId traceId) => Mix(traceId.High ^ traceId.Low);

    // The high byte of a multiplicative hash: the low bits of FNV are weak for short ids.
    private static short Mix(ulong hash) => (short)((hash ^ (hash >> 32)) * 0x9E3779B97F4A7C15UL >> 56);
}
