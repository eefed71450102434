using Tidemark.Collector.Model.Rollups;

namespace Tidemark.Collector.Tests.Model;

public class HistogramTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(-5, 0)]
    [InlineData(1, 0)]
    [InlineData(2, 31)]
    [InlineData(4, 63)]
    [InlineData(5, 74)]
    [InlineData(1_000_000, 637)]
    [InlineData(long.MaxValue, 2015)]
    public void BucketOf_Value_HasTheUpperBoundInIt(long micros, int bucket) => Assert.Equal(bucket, Histogram.BucketOf(micros));

    [Fact]
    public void BucketOf_AnyValue_StandsBetweenTheBucketsBounds()
    {
        var random = new Random(11);
        for (var i = 0; i < 10_000; i++)
        {
            var value = (long)Math.Exp(random.NextDouble() * 40) + 2;
            var bucket = Histogram.BucketOf(value);
            Assert.InRange(value, Math.Pow(2, bucket / 32.0) * 0.999999999, Math.Pow(2, (bucket + 1) / 32.0) * 1.000000001);
            Assert.InRange(Histogram.MidpointOf(bucket) / value, 1 - 0.0109, 1 + 0.0109);
        }
    }

    [Fact]
    public void Add_ValuesInAnyOrder_GivesAscendingCells()
    {
        for (var seed = 1; seed <= 50; seed++)
        {
            var values = Values(seed);
            var cells = Of(values).ToCells();
            var expected = values.GroupBy(Histogram.BucketOf).OrderBy(group => group.Key).Select(group => (group.Key, (long)group.Count()));
            Assert.Equal(expected, cells.Select(cell => (Histogram.IndexOf(cell), Histogram.CountOf(cell))));
        }
    }

    [Fact]
    public void Add_Histogram_IsThatOfBothSetsOfValues()
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            var (left, right) = (Values(seed), Values(seed + 1000));
            var merged = Of(left);
            merged.Add(Of(right));
            Assert.True(Of([.. left, .. right]).Cells.SequenceEqual(merged.Cells), $"Seed {seed}");
        }
    }

    [Fact]
    public void Subtract_Histogram_LeavesTheOtherValuesAndNegativeCountsWhereThereWereNone()
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            var (left, right) = (Values(seed), Values(seed + 1000));
            var merged = Of([.. left, .. right]);
            merged.Add(Of(right), -1);
            Assert.True(Of(left).Cells.SequenceEqual(merged.Cells), $"Seed {seed}");

            merged.Add(Of(left), -1);
            Assert.True(merged.Cells.IsEmpty, $"Seed {seed}");

            merged.Add(Of(left), -1);
            var expected = left.GroupBy(Histogram.BucketOf).OrderBy(group => group.Key).Select(group => (group.Key, -(long)group.Count()));
            Assert.Equal(expected, merged.ToCells().Select(cell => (Histogram.IndexOf(cell), Histogram.CountOf(cell))));

            merged.Add(Of(left));
            Assert.True(merged.Cells.IsEmpty, $"Seed {seed}");
        }
    }

    [Fact]
    public void Add_EmptyHistogram_ChangesNothing()
    {
        var histogram = Of([1, 5, 9]);
        histogram.Add(new Histogram());
        Assert.Equal(3, histogram.Cells.Length);

        var other = new Histogram();
        other.Add(histogram);
        Assert.Equal(histogram.ToCells(), other.ToCells());
    }

    private static long[] Values(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, random.Next(0, 60)).Select(_ => (long)Math.Exp(random.NextDouble() * random.Next(1, 20)))];
    }

    private static Histogram Of(long[] values)
    {
        var histogram = new Histogram();
        foreach (var value in values) histogram.Add(value);
        return histogram;
    }
}
