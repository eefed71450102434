using Npgsql;

namespace Tidemark.Collector.IntegrationTests.Store.Reading;

/// <summary>Grafana's role may use the whole public schema, and nothing else.</summary>
public sealed class ReaderRoleTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    [Fact]
    public async Task Select_EachPublicView_IsAllowed()
    {
        var views = await ListAsync("SELECT table_name::text FROM information_schema.tables WHERE table_schema = 'tidemark' ORDER BY 1");

        Assert.Contains("operations", views);
        Assert.Contains("sessions", views);
        foreach (var view in views) await ListAsync($"SELECT count(*)::text FROM tidemark.{view}");
    }

    [Theory]
    [InlineData("SELECT operations::text FROM tidemark.stats(now() - interval '1 hour', now(), 'model')")]
    [InlineData("SELECT operations::text FROM tidemark.timeseries(now() - interval '1 hour', now(), interval '1 minute', 'model')")]
    public async Task Select_PublicFunction_IsAllowed(string sql) => await ListAsync(sql);

    [Theory]
    [InlineData("SELECT trace_id::text FROM tidemark_store.operations", PostgresErrorCodes.InsufficientPrivilege)]
    [InlineData("CREATE TABLE tidemark.mine (n int)", PostgresErrorCodes.ReadOnlySqlTransaction)]
    [InlineData("SET TRANSACTION READ WRITE; CREATE TABLE tidemark.mine (n int)", PostgresErrorCodes.InsufficientPrivilege)]
    [InlineData("SET TRANSACTION READ WRITE; CREATE TABLE public.mine (n int)", PostgresErrorCodes.InsufficientPrivilege)]
    public async Task Statement_BeyondPublicSchema_IsRefused(string sql, string state)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => ListAsync(sql));

        Assert.Equal(state, refused.SqlState);
    }

    [Fact]
    public async Task Session_OfReader_IsBounded() => Assert.Equal(["30s"], await ListAsync("SHOW statement_timeout"));

    private async Task<List<string>> ListAsync(string sql)
    {
        List<string> values = [];
        await using var command = fixture.Reader.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync()) values.Add(rows.GetString(0));
        return values;
    }
}
