using System.Runtime.CompilerServices;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing.Databases;

namespace Tidemark.Collector.IntegrationTests.Store.Reference;

public sealed class SqlReferenceTests
{
    private const string Update = "TIDEMARK_UPDATE_DOCS";

    [Fact]
    public async Task Page_PublicSchema_IsWhatTheDatabaseSays()
    {
        await using var database = await TestDatabase.CreateAsync(await MigratedDatabase.Template.Value);
        var expected = await SqlReference.RenderAsync(database.DataSource);
        var file = PageFile();
        if (Environment.GetEnvironmentVariable(Update) == "1") await File.WriteAllTextAsync(file, expected);

        Assert.True(
            expected == await File.ReadAllTextAsync(file),
            $"docs/sql.md is not what the database says: run this test with {Update}=1 and review the difference.");
    }

    [Fact]
    public async Task Comments_PublicSchema_AreOnEveryViewAndFunction()
    {
        await using var database = await TestDatabase.CreateAsync(await MigratedDatabase.Template.Value);

        Assert.Equal("", await database.ScalarAsync<string>(
            """
            SELECT coalesce(string_agg(name, ', '), '')
            FROM (
                SELECT c.relname::text AS name FROM pg_class c WHERE c.relnamespace = 'tidemark'::regnamespace AND c.relkind = 'v'
                    AND obj_description(c.oid) IS NULL
                UNION ALL
                SELECT p.proname::text FROM pg_proc p WHERE p.pronamespace IN ('tidemark'::regnamespace, 'tidemark_store'::regnamespace)
                    AND obj_description(p.oid) IS NULL
            ) missing
            """));
    }

    private static string PageFile([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../../docs/sql.md"));
}
