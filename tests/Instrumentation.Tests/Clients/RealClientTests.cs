using System.Diagnostics;
using Microsoft.Extensions.AI;
using OpenTelemetry;
using Tidemark.Instrumentation.Tests.Testing;
using Tidemark.Testing;

namespace Tidemark.Instrumentation.Tests.Clients;

/// <summary>Each provider's client below <c>UseTidemark()</c>: usage, ids, errors and conversations.</summary>
public sealed class RealClientTests : IAsyncLifetime, IDisposable
{
    private static readonly string[] Usage = [
        "input_tokens", "output_tokens", "cache_read.input_tokens", "cache_write.input_tokens", "reasoning.output_tokens"
    ];

    private readonly AppTelemetry _app = new AppTelemetry().ExportTraces();
    private readonly string _id = Guid.NewGuid().ToString("N");
    private ModelServer _server = null!;

    public static TheoryData<string> Names => [.. RealClients.Names];

    public static TheoryData<string, bool> Calls()
    {
        var calls = new TheoryData<string, bool>();
        foreach (var name in RealClients.Names)
        {
            calls.Add(name, false);
            calls.Add(name, true);
        }

        return calls;
    }

    public static TheoryData<string, int> Failures()
    {
        var failures = new TheoryData<string, int>();
        foreach (var name in RealClients.Names)
        {
            foreach (var status in new[] { 400, 429, 500, 503 })
                failures.Add(name, status);
        }

        return failures;
    }

    public async Task InitializeAsync()
    {
        _server = await ModelServer.StartAsync();
        _app.WithTidemark();
        _app.Start();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _app.Dispose();

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Call_Answered_TellsUsageModelAndId(string name, bool streams)
    {
        using var client = RealClients.Create(name, _server.Address, "model-1").UseTidemark(_app.Tidemark);
        using (_app.Tidemark.StartSession(_id))
            await AskAsync(client, streams);

        var span = Assert.Single(Inferences());
        Assert.Equal((ActivityStatusCode.Unset, "model-1"), (span.Status, span.Text("gen_ai.request.model")));
        Assert.Equal(RealClients.Usage(name), Tokens(span));
        Assert.Equal(name == "ollama" ? "model-1" : "model-1-2026", span.Text("gen_ai.response.model"));

        // The adapter of the Responses API reports a reason only for a truncated response.
        if (name != "responses")
            Assert.Equal("stop", Assert.Single((string[])span.GetTagItem("gen_ai.response.finish_reasons")!));
        Assert.NotNull(span.Text("gen_ai.provider.name"));
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Call_Refused_ErrorIsTheStatus(string name, int status)
    {
        using var client = RealClients.Create(name, _server.Address, $"fail-{status}").UseTidemark(_app.Tidemark);
        using (_app.Tidemark.StartSession(_id))
            await Assert.ThrowsAnyAsync<Exception>(() => AskAsync(client, streams: false));

        Assert.Equal(Convert.ToString(status, System.Globalization.CultureInfo.InvariantCulture), Assert.Single(Inferences()).Text("error.type"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Call_NobodyListens_IsAConnectionError(string name)
    {
        using var client = RealClients.Create(name, new Uri("http://127.0.0.1:1"), "model-1").UseTidemark(_app.Tidemark);
        using (_app.Tidemark.StartSession(_id))
            await Assert.ThrowsAnyAsync<Exception>(() => AskAsync(client, streams: false));

        Assert.Equal("connection_error", Assert.Single(Inferences()).Text("error.type"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Call_NoAnswerInTime_IsATimeout(string name)
    {
        using var client = RealClients.Create(name, _server.Address, "slow", TimeSpan.FromMilliseconds(200)).UseTidemark(_app.Tidemark);
        using (_app.Tidemark.StartSession(_id))
            await Assert.ThrowsAnyAsync<Exception>(() => AskAsync(client, streams: false));

        Assert.Equal("timeout", Assert.Single(Inferences()).Text("error.type"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Call_GivenUpByTheCaller_IsCancelled(string name)
    {
        using var client = RealClients.Create(name, _server.Address, "slow").UseTidemark(_app.Tidemark);
        using var cancellation = new CancellationTokenSource();
        using (_app.Tidemark.StartSession(_id))
        {
            var call = client.GetResponseAsync("a question", cancellationToken: cancellation.Token);
            await Eventually.TrueAsync(() => _server.Calls == 1);
            await cancellation.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        }

        Assert.Equal("cancelled", Assert.Single(Inferences()).Text("error.type"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Stream_CutHalfWay_IsAConnectionError(string name)
    {
        using var client = RealClients.Create(name, _server.Address, "cut").UseTidemark(_app.Tidemark);
        using (_app.Tidemark.StartSession(_id))
            await Assert.ThrowsAnyAsync<Exception>(() => AskAsync(client, streams: true));

        var span = Assert.Single(Inferences());
        Assert.Equal((ActivityStatusCode.Error, "connection_error"), (span.Status, span.Text("error.type")));
        Assert.Equal(name == "ollama" ? "cut" : "cut-2026", span.Text("gen_ai.response.model"));
    }

    [Fact]
    public async Task Responses_ChainedByThePreviousAnswer_AreOneConversation()
    {
        using var client = RealClients.Create("responses", _server.Address, "model-1").UseTidemark(_app.Tidemark);
        using (_app.Tidemark.StartSession(_id))
        {
            string? previous = null;
            for (var turn = 0; turn < 3; turn++)
                previous = (await client.GetResponseAsync("a question", new ChatOptions { ConversationId = previous })).ConversationId;
            Assert.Equal("resp_3", previous);
        }

        Assert.Equal(["resp_1", "resp_1", "resp_1"], Inferences().Select(span => span.Text("gen_ai.conversation.id")));
    }

    [Fact]
    public async Task Embeddings_Answered_RecordUsage()
    {
        using var generator = RealClients.OpenAI(_server.Address).GetEmbeddingClient("embed-1").AsIEmbeddingGenerator().UseTidemark(_app.Tidemark);
        using (_app.Tidemark.StartSession(_id))
            await generator.GenerateAsync(["a text"]);

        var span = Assert.Single(_app.Exported.All, span => span.Text("session.id") == _id && span.DisplayName == "embeddings embed-1");
        Assert.Equal((12L, 3L), (span.GetTagItem("gen_ai.usage.input_tokens"), span.GetTagItem("gen_ai.embeddings.dimension.count")));
    }

    internal static string Tokens(Activity span) => string.Join(
        ' ',
        Usage.Select(name => span.GetTagItem($"gen_ai.usage.{name}")));

    private async Task AskAsync(IChatClient client, bool streams)
    {
        if (!streams)
        {
            await client.GetResponseAsync("a question");
            return;
        }

        await foreach (var _ in client.GetStreamingResponseAsync("a question"))
            _server.Cut.TrySetResult();
    }

    private IEnumerable<Activity> Inferences() =>
        _app.Exported.All.Where(span => span.Text("session.id") == _id && span.Text("gen_ai.operation.name") == "chat");
}
