namespace Tidemark.Collector.Model.Rollups;

/// <summary>
/// Counts of values in the buckets of an OTel exponential histogram at scale 5: bucket i holds (base^i, base^(i+1)],
/// base = 2^(1/32), so that percentiles are within 1.1 %. Values up to one are in the lowest bucket.
/// </summary>
/// <remarks>Source: OpenTelemetry metrics data model, exponential histogram. Values are microseconds.</remarks>
internal sealed class Histogram
{
    public const int Scale = 5;

    /// <summary>Number of bits of a stored cell that hold the count, which may be negative; the bucket index is in the bits above.</summary>
    public const int CountBits = 40;

    // A negative count borrows one from the index above it, so half of the count's range is added before reading the index.
    private const long Half = 1L << (CountBits - 1);
    private const double BucketsPerOctave = 1 << Scale;
    private const int FirstCapacity = 8;
    private const int Many = 128;

    // A batch fills a few dozen adjacent buckets: a sorted array is smaller and faster than a map, and is the stored form.
    private long[] _cells = [];
    private int _length;

    /// <summary>One number per bucket, ascending: the index shifted by <see cref="CountBits"/>, plus the count. This is the stored form.</summary>
    public ReadOnlySpan<long> Cells => _cells.AsSpan(0, _length);

    /// <summary>Creates an empty histogram with capacity for both others.</summary>
    public static Histogram WithRoomFor(Histogram first, Histogram second)
    {
        var union = first._length + first.CountMissing(second);
        return new Histogram { _cells = new long[union + (union / 4)] };
    }

    public static int BucketOf(long micros) => micros <= 1 ? 0 : (int)Math.Ceiling(Math.Log2(micros) * BucketsPerOctave) - 1;

    /// <summary>The representative value of a bucket: its relative distance to both bounds is equal.</summary>
    public static double MidpointOf(int bucket)
    {
        var lower = Math.Pow(2, bucket / BucketsPerOctave);
        var upper = Math.Pow(2, (bucket + 1) / BucketsPerOctave);
        return 2 * lower * upper / (lower + upper);
    }

    public static int IndexOf(long cell) => (int)((cell + Half) >> CountBits);

    public static long CountOf(long cell) => cell - ((long)IndexOf(cell) << CountBits);

    /// <summary>Creates a histogram from stored cells, ascending and with one cell per bucket.</summary>
    public static Histogram Of(long[] cells) => new() { _cells = cells, _length = cells.Length };

    public void Add(long micros)
    {
        var bucket = BucketOf(micros);
        var position = Find(bucket);
        if (position < 0)
        {
            position = ~position;
            Insert(position, (long)bucket << CountBits);
        }

        _cells[position]++;
    }

    public void Add(Histogram other) => Add(other, 1);

    /// <param name="other">The histogram to add, or to subtract if the sign is -1.</param>
    public void Add(Histogram other, int sign)
    {
        var read = _length - 1;
        var theirs = other._length - 1;
        var anyZero = false;
        Grow(CountMissing(other));

        // Backwards, so that each cell moves at most once and nothing is overwritten before it has been read.
        for (var write = _length - 1; theirs >= 0; write--)
        {
            var order = read < 0 ? -1 : IndexOf(_cells[read]).CompareTo(IndexOf(other._cells[theirs]));
            _cells[write] = order switch
            {
                > 0 => _cells[read--],
                < 0 => Signed(other._cells[theirs--], sign),
                _ => _cells[read--] + (sign * CountOf(other._cells[theirs--])),
            };
            anyZero |= CountOf(_cells[write]) == 0;
        }

        if (anyZero) RemoveZeros();
    }

    public long[] ToCells() => Cells.ToArray();

    private static long Signed(long cell, int sign) => sign > 0 ? cell : cell - (2 * CountOf(cell));

    private void RemoveZeros()
    {
        var kept = 0;
        for (var i = 0; i < _length; i++)
        {
            if (CountOf(_cells[i]) != 0) _cells[kept++] = _cells[i];
        }

        _length = kept;
    }

    private int Find(int bucket)
    {
        var low = 0;
        var high = _length - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var index = IndexOf(_cells[middle]);
            if (index == bucket) return middle;
            if (index < bucket) low = middle + 1;
            else high = middle - 1;
        }

        return ~low;
    }

    private void Insert(int position, long cell)
    {
        Grow(1);
        Array.Copy(_cells, position, _cells, position + 1, _length - 1 - position);
        _cells[position] = cell;
    }

    private int CountMissing(Histogram other)
    {
        var missing = 0;
        var mine = 0;
        foreach (var cell in other.Cells)
        {
            while (mine < _length && IndexOf(_cells[mine]) < IndexOf(cell)) mine++;
            if (mine == _length || IndexOf(_cells[mine]) != IndexOf(cell)) missing++;
        }

        return missing;
    }

    private void Grow(int by)
    {
        _length += by;
        if (_length <= _cells.Length) return;

        // Single values arrive by the dozen; merging mostly hits existing buckets.
        var spare = by > 1 ? _length / 4 : _cells.Length * (_cells.Length < Many ? 3 : 1);
        Array.Resize(ref _cells, Math.Max(FirstCapacity, _length + spare));
    }
}
