using Tidemark.Collector.Store.Columns;

namespace Tidemark.Collector.Tests.Store;

public sealed class ColumnTextTests
{
    private static readonly ColumnSet<int> Set = new ColumnSet<int>()
        .Text(_ => "", "id")
        .Key()
        .Int64(_ => 1, "hits")
        .Texts(_ => [], "models")
        .Int64List(_ => [], "kinds")
        .Numeric(_ => 1m, "cost")
        .Int64List(_ => [], "cells");

    [Theory]
    [InlineData("{columns}", "id, hits, models, kinds, cost, cells")]
    [InlineData("{key}", "id")]
    [InlineData(
        "{rows}",
        "unnest($1::text[], $2::bigint[], $3::text[], $4::integer[], $5::integer[], $6::numeric[], $7::integer[], $8::integer[]) "
        + "AS x (id, hits, models, kinds_first, kinds_last, cost, cells_first, cells_last)")]
    [InlineData(
        "{values}",
        "x.id, x.hits, x.models::text[], ($9::bigint[])[x.kinds_first:x.kinds_last], x.cost, ($10::bigint[])[x.cells_first:x.cells_last]")]
    [InlineData("{indexed_rows}", "unnest($1::text[], $3::text[], $6::numeric[]) WITH ORDINALITY AS x (id, models, cost, row)")]
    [InlineData(
        "{indexed_values}",
        "x.id, ($2::bigint[])[x.row], x.models::text[], ($9::bigint[])[($4::integer[])[x.row]:($5::integer[])[x.row]], x.cost, "
        + "($10::bigint[])[($7::integer[])[x.row]:($8::integer[])[x.row]]")]
    [InlineData("{excluded}", "hits = excluded.hits, models = excluded.models, kinds = excluded.kinds, cost = excluded.cost, cells = excluded.cells")]
    [InlineData("{added}", "hits = held.hits + excluded.hits, cost = held.cost + excluded.cost")]
    public void Sql_Word_BecomesTheColumns(string template, string expected) => Assert.Equal(expected, Set.Sql(template));

    [Fact]
    public void Sql_OfFixedWidthAlone_CountsTheRows() =>
        Assert.Equal("generate_subscripts($1::bigint[], 1) AS x (row)", new ColumnSet<int>().Int64(_ => 1, "hits").Sql("{indexed_rows}"));

    [Fact]
    public void Command_WithLists_HasAsManyParametersAsTheText() =>
        Assert.Equal(10, Set.Command("", [1, 2]).Parameters.Count);
}
