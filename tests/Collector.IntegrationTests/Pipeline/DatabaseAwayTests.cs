using System.Net;
using Npgsql;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing;
using Tidemark.Testing.Databases;
using Tidemark.Testing.Faults;
using Tidemark.Testing.Otlp;
using Tidemark.Testing.Processes;

namespace Tidemark.Collector.IntegrationTests.Pipeline;

public sealed class DatabaseAwayTests
{
    [Fact]
    public async Task Export_DatabaseGone_AsksToTryAgainAndLosesNothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        var direct = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        await using var proxy = new TcpProxy(direct.Port);
        await using var collector = await CollectorProcess.StartAsync(new NpgsqlConnectionStringBuilder(database.ConnectionString)
        {
            Port = proxy.Port,
        }.ConnectionString);
        using var client = new HttpClient { BaseAddress = collector.Http };
        var batch = OtlpProtobuf.Traces(Calls.Inferences(20));
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(client, batch)).StatusCode);

        proxy.Fault = ProxyFault.Refuse;
        proxy.CutAll();
        var lost = OtlpProtobuf.Traces(Calls.Inferences(20));
        using var refused = await PostAsync(client, lost);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        using var api = new HttpClient { BaseAddress = collector.Api };
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await api.GetAsync(new Uri("/readyz", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await api.GetAsync(new Uri("/healthz", UriKind.Relative))).StatusCode);

        proxy.Fault = ProxyFault.None;
        await Eventually.TrueAsync(async () => (await PostAsync(client, lost)).StatusCode == HttpStatusCode.OK);

        Assert.Equal(40, await database.ScalarAsync<long>("SELECT count(*) FROM tidemark.operations"));
        Assert.Equal(40, await database.ScalarAsync<long>("SELECT sum(operations)::bigint FROM tidemark.sessions"));
    }

    [Fact]
    public async Task Export_ReplyLostAfterCommit_RetryAddsNothing()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        await using var proxy = new TcpProxy(collector.Process.Http.Port) { Fault = ProxyFault.DropReplies };
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{proxy.Port}") };
        var batch = OtlpProtobuf.Traces(Calls.Inferences(20));

        using var giveUp = new CancellationTokenSource();
        var unanswered = PostAsync(client, batch, giveUp.Token);
        await Eventually.TrueAsync(async () => await collector.Database.ScalarAsync<long>("SELECT count(*) FROM tidemark.operations") == 20);
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => unanswered);
        await collector.SendAsync(batch);

        await collector.AssertStoredAsync(20, 20 * Calls.TokensEach);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, byte[] body, CancellationToken cancellationToken = default)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/x-protobuf");
        return await client.PostAsync(new Uri("/v1/traces", UriKind.Relative), content, cancellationToken);
    }
}
