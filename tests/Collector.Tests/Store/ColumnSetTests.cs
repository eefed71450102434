using Tidemark.Collector.Store.Columns;

namespace Tidemark.Collector.Tests.Store;

public sealed class ColumnSetTests
{
    private static readonly ColumnSet<long[]> Set = new ColumnSet<long[]>().Int64(row => row.Length, "count").Int64List(row => row, "cells");

    [Fact]
    public void Command_ListsOfDifferentLength_TellsWhereEachBeginsAndEnds()
    {
        long[][] rows = [[7, 8], [], [9]];

        var values = Set.Command("", rows).Parameters.Select(parameter => parameter.Value).ToList();

        Assert.Equal([2, 0, 1], Assert.IsType<long[]>(values[0]));
        Assert.Equal([1, 3, 3], Assert.IsType<int[]>(values[1]));
        Assert.Equal([2, 2, 3], Assert.IsType<int[]>(values[2]));
        Assert.Equal([7, 8, 9], Assert.IsType<long[]>(values[3]));
    }

    [Fact]
    public void Copy_ColumnWithoutSuchAFormat_NamesIt()
    {
        using var buffer = new CopyBuffer();

        var error = Assert.Throws<NotSupportedException>(() => Set.Copy(buffer, [1]));

        Assert.Contains("'cells'", error.Message, StringComparison.Ordinal);
    }
}
