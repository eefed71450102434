using System.Net;
using Npgsql;
using Tidemark.Testing;
using Tidemark.Testing.Databases;
using Tidemark.Testing.Faults;
using Tidemark.Testing.Processes;

namespace Tidemark.Collector.IntegrationTests.Query;

public sealed class DatabaseAwayApiTests
{
    [Fact]
    public async Task Api_DatabaseAway_SaysSoAndComesBack()
    {
        await using var database = await TestDatabase.CreateAsync();
        var direct = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        await using var proxy = new TcpProxy(direct.Port);
        var through = new NpgsqlConnectionStringBuilder(direct.ConnectionString) { Host = "127.0.0.1", Port = proxy.Port }.ConnectionString;
        await using var collector = await CollectorProcess.StartAsync(through);
        using var client = new HttpClient { BaseAddress = collector.Api };
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/api/sessions", UriKind.Relative))).StatusCode);

        proxy.Fault = ProxyFault.Refuse;
        proxy.CutAll();
        using var away = await client.GetAsync(new Uri("/api/sessions", UriKind.Relative));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
        Assert.Equal("application/problem+json", away.Content.Headers.ContentType?.MediaType);
        Assert.NotNull(away.Headers.RetryAfter);
        proxy.Fault = ProxyFault.None;
        await Eventually.TrueAsync(async () => (await client.GetAsync(new Uri("/api/sessions", UriKind.Relative))).IsSuccessStatusCode);
    }
}
