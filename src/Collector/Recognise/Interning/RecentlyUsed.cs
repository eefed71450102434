using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Tidemark.Collector.Recognise.Interning;

/// <summary>A bounded set of values; values unused for a day are evicted for new ones.</summary>
internal sealed class RecentlyUsed<TKey, TValue>(int limit)
    where TKey : IEquatable<TKey>
    where TValue : class
{
    private static readonly TimeSpan Unused = TimeSpan.FromDays(1);
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<TKey, Entry> _entries = new();
    private readonly Lock _adding = new();
    private DateTime _freedAt;
    private int _count;

    /// <summary>Returns the existing value, or a new one if there is room.</summary>
    public bool TryGetOrAdd(TKey key, DateTime now, Func<TKey, TValue> create, [NotNullWhen(true)] out TValue? value)
    {
        if (!_entries.TryGetValue(key, out var entry) && !TryAdd(key, now, create, out entry))
        {
            value = null;
            return false;
        }

        entry.UsedAt = now;
        value = entry.Value;
        return true;
    }

    private bool TryAdd(TKey key, DateTime now, Func<TKey, TValue> create, [NotNullWhen(true)] out Entry? entry)
    {
        lock (_adding)
        {
            if (_entries.TryGetValue(key, out entry)) return true;
            if (_count >= limit) Free(now);
            if (_count >= limit) return false;
            entry = _entries[key] = new Entry(create(key), now);
            _count++;
            return true;
        }
    }

    // Scanned at most once a minute: a sender of ever new values must not keep the collector busy.
    private void Free(DateTime now)
    {
        if (now - _freedAt < Between) return;
        _freedAt = now;
        foreach (var (key, entry) in _entries)
        {
            if (now - entry.UsedAt >= Unused && _entries.TryRemove(key, out _)) _count--;
        }
    }

    private sealed class Entry(TValue value, DateTime usedAt)
    {
        private long _usedAt = usedAt.Ticks;

        public TValue Value { get; } = value;

        public DateTime UsedAt
        {
            get => new(Volatile.Read(ref _usedAt), DateTimeKind.Utc);
            set => Volatile.Write(ref _usedAt, value.Ticks);
        }
    }
}
