using System.Text;
using Npgsql;

namespace Tidemark.Collector.IntegrationTests.Store.Reference;

/// <summary>Generates the page about the public schema from the database.</summary>
internal static class SqlReference
{
    private const string Views = """
        SELECT c.relname, coalesce(obj_description(c.oid), ''), string_agg(format('`%s` %s', a.attname, format_type(a.atttypid, NULL)), ', ' ORDER BY a.attnum)
        FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
        WHERE n.nspname = 'tidemark' AND c.relkind = 'v'
        GROUP BY c.oid, c.relname
        ORDER BY c.relname
        """;

    private const string Functions = """
        SELECT p.proname, coalesce(obj_description(p.oid), ''), pg_get_function_arguments(p.oid), pg_get_function_result(p.oid)
        FROM pg_proc p
        JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE n.nspname = 'tidemark'
        ORDER BY p.proname
        """;

    public static async Task<string> RenderAsync(NpgsqlDataSource database)
    {
        var page = new StringBuilder("""
            # SQL reference

            Everything here lives in schema `tidemark`: read-only views and functions that dashboards, scripts and alert rules may
            build on. Columns are only ever added at the end. Schema `tidemark_store` holds the tables behind them and may change
            with every version. The role `tidemark_reader` sees `tidemark` only, read-only and with a statement time-out.

            Times are `timestamptz`, durations milliseconds, costs US dollars, token counts include their subsets: input includes
            cache reads and writes, output includes reasoning. NULL means "not sent", never zero.

            This page is written from the database's own comments; a test holds the two together.

            ## Views


            """);
        await foreach (var row in RowsAsync(database, Views)) page.Append($"### tidemark.{row[0]}\n\n{row[1]}\n\n{row[2]}\n\n");
        page.Append("## Functions\n\n");
        await foreach (var row in RowsAsync(database, Functions))
            page.Append($"### tidemark.{row[0]}\n\n{row[1]}\n\n```\ntidemark.{row[0]}({row[2]})\nRETURNS {row[3]}\n```\n\n");
        return page.ToString().TrimEnd() + "\n";
    }

    private static async IAsyncEnumerable<string[]> RowsAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) yield return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
    }
}
