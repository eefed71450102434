using Tidemark.Testing.Databases;

namespace Tidemark.Collector.IntegrationTests.Testing;

public sealed class TestDatabaseTests
{
    [Fact]
    public async Task CreateAsync_Template_CopiesIt()
    {
        await using var template = await TestDatabase.CreateAsync();
        await template.ExecuteAsync("CREATE TABLE t AS SELECT 5 AS n");
        await template.DataSource.DisposeAsync();

        await using var copy = await TestDatabase.CreateAsync(template);

        Assert.Equal(5, await copy.ScalarAsync<int>("SELECT n FROM t"));
    }

    [Fact]
    public async Task DisposeAsync_SessionOpen_DropsDatabase()
    {
        await using var observer = await TestDatabase.CreateAsync();
        string name;
        await using (var database = await TestDatabase.CreateAsync())
        {
            name = database.Name;
            await database.ExecuteAsync("SELECT 1");
        }

        Assert.Equal(0, await observer.ScalarAsync<long>($"SELECT count(*) FROM pg_database WHERE datname = '{name}'"));
    }
}
