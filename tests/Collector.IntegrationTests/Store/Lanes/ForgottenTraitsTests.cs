using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Collector.Store;
using Tidemark.Collector.Store.Maintenance;
using Tidemark.Testing.Databases;

namespace Tidemark.Collector.IntegrationTests.Store.Lanes;

public sealed class ForgottenTraitsTests
{
    /// <summary>No operation refers to them: last used before the oldest partition's day.</summary>
    [Fact]
    public async Task Forget_NotUsedForLongerThanOperationsAreKept_IsGone()
    {
        await using var database = await TestDatabase.CreateAsync(await MigratedDatabase.Template.Value);
        await database.ExecuteAsync(
            "INSERT INTO tidemark_store.traits (digest, used_on, request_model) SELECT gen_random_uuid(), (now() AT TIME ZONE 'UTC')::date - n, n::text "
                + "FROM unnest(ARRAY[0, 31, 32, 35, 90]) AS n");
        await using var connection = await database.DataSource.OpenConnectionAsync();

        await new OldRows(new StoreOptions { RetentionDays = 30 }, TimeProvider.System).ForgetAsync(connection, CancellationToken.None);

        Assert.Equal(
            "0,31,32", await database.ScalarAsync<string>("SELECT string_agg(request_model, ',' ORDER BY request_model::integer) FROM tidemark_store.traits"));
    }
}
