using System.Globalization;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using Tidemark.Instrumentation.Tests.Clients;
using Tidemark.Instrumentation.Tests.Testing;
using Tidemark.Testing;

namespace Tidemark.Instrumentation.Tests.EndToEnd;

/// <summary>
/// The providers' and frameworks' own clients and spans, with and without <c>UseTidemark()</c>, into a real collector. Each way of calling
/// has a session of its own. Not parallel: all spans of the process are exported.
/// </summary>
[Collection(nameof(Alone))]
public sealed class RealClientsTests : IAsyncLifetime
{
    private readonly Dictionary<string, (int Calls, string Tokens)> _expected = [];
    private Stack _stack = null!;
    private ModelServer _server = null!;
    private ServiceProvider _app = null!;

    private TidemarkClient Tidemark => _app.GetRequiredService<TidemarkClient>();

    public async Task InitializeAsync()
    {
        _server = await ModelServer.StartAsync();
        _stack = await Stack.StartAsync();
        _app = new ServiceCollection()
            .AddTidemark("real-clients", export => (export.Endpoint, export.RetryDirectory) = (_stack.Collector.Grpc, _stack.KeptOnDisk))
            .BuildServiceProvider();
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _stack.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Calls_HoweverInstrumented_AreStoredOnce()
    {
        foreach (var name in RealClients.Names)
        {
            foreach (var order in new[] { "tidemark", "telemetry", "tidemark telemetry", "telemetry tidemark", "telemetry tools tidemark", "tools telemetry" })
                await AskAsync(name, order);
        }

        await InSessionAsync("own spans", calls: 1, RealClients.Usage("ollama"), async () =>
            await RealClients.OpenAI(_server.Address).GetChatClient("model-1").CompleteChatAsync("a question"));
        await InSessionAsync("semantic kernel", calls: 1, RealClients.Usage("ollama"), async () =>
            await new OpenAIChatCompletionService("model-1", RealClients.OpenAI(_server.Address)).GetChatMessageContentsAsync(new ChatHistory("a question")));
        await InSessionAsync("agent", calls: 1, RealClients.Usage("openai"), async () =>
        {
            using var client = Client("openai").AsBuilder().UseOpenTelemetry().Build();
            await client.AsAIAgent(name: "planner").AsBuilder().UseOpenTelemetry().Build().RunAsync("a question");
        });
        await InSessionAsync("agent with tidemark", calls: 1, RealClients.Usage("openai"), async () =>
        {
            using var client = Client("openai").UseTidemark(Tidemark);
            await client.AsAIAgent(name: "planner").AsBuilder().UseOpenTelemetry().Build().RunAsync("a question");
        });

        Assert.True(_app.GetRequiredService<TidemarkPipeline>().Flush(TimeSpan.FromMinutes(1)));
        var stored = new Dictionary<string, (int, string)>();
        try
        {
            await Eventually.TrueAsync(async () => Difference(_expected, stored = await StoredAsync()).Length == 0);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"Expected:\n{Difference(_expected, stored)}\nStored:\n{Difference(stored, _expected)}");
        }
    }

    private async Task AskAsync(string name, string order)
    {
        var usesTool = order.Contains("tools", StringComparison.Ordinal);
        await InSessionAsync($"{name}: {order}", usesTool ? 2 : 1, RealClients.Usage(name), async () =>
        {
            var builder = Client(name).AsBuilder();
            foreach (var step in order.Split(' '))
            {
                _ = step switch
                {
                    "telemetry" => builder.UseOpenTelemetry(),
                    "tools" => builder.UseFunctionInvocation(),
                    _ => builder.UseTidemark(Tidemark),
                };
            }

            using var client = builder.Build();
            var options = new ChatOptions { Tools = usesTool ? [AIFunctionFactory.Create(() => "sunny", "get_weather")] : null };
            await client.GetResponseAsync("a question", options);
        });
    }

    private async Task InSessionAsync(string session, int calls, string tokens, Func<Task> work)
    {
        using (Tidemark.StartSession(session))
            await work();
        _expected[session] = (
            calls, string.Join(' ', tokens.Split(' ').Select(text => text.Length == 0 ? 0 : int.Parse(text, CultureInfo.InvariantCulture) * calls)));
    }

    private IChatClient Client(string name) => RealClients.Create(name, _server.Address, "model-1");

    private async Task<Dictionary<string, (int Calls, string Tokens)>> StoredAsync()
    {
        await using var command = _stack.Database.DataSource.CreateCommand("""
            SELECT session_id, count(*)::int, sum(input_tokens)::int, sum(output_tokens)::int,
                coalesce(sum(cache_read_tokens), 0)::int, coalesce(sum(cache_write_tokens), 0)::int, coalesce(sum(reasoning_tokens), 0)::int
            FROM tidemark.operations WHERE kind = 'inference' AND session_id IS NOT NULL GROUP BY session_id
            """);
        await using var reader = await command.ExecuteReaderAsync();
        var stored = new Dictionary<string, (int, string)>();
        while (await reader.ReadAsync())
            stored[reader.GetString(0)] = (reader.GetInt32(1), string.Join(' ', Enumerable.Range(2, 5).Select(reader.GetInt32)));
        return stored;
    }

    /// <summary>For calls that do not pass through Tidemark, cached and reasoning tokens are known only if others report them.</summary>
    private static (int Calls, string Tokens) Comparable(string session, (int Calls, string Tokens) sum) =>
        session.Contains("tidemark", StringComparison.Ordinal) ? sum : (sum.Calls, string.Join(' ', sum.Tokens.Split(' ')[..2]));

    private static string Difference(Dictionary<string, (int Calls, string Tokens)> some, Dictionary<string, (int Calls, string Tokens)> others) =>
        string.Join('\n', some
            .Where(pair => !others.TryGetValue(pair.Key, out var other) || Comparable(pair.Key, pair.Value) != Comparable(pair.Key, other))
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{pair.Key}: {pair.Value.Calls} calls, {pair.Value.Tokens}"));
}
