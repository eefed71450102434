using System.Diagnostics;
using Microsoft.Agents.AI;
using Microsoft.Agents.AI.Workflows;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel.ChatCompletion;
using OpenTelemetry;
using Tidemark.Instrumentation.Tests.Testing;

namespace Tidemark.Instrumentation.Tests.Clients;

/// <summary>
/// Whatever else records the calls, and in whatever order of the pipeline: as many inferences as calls, each with its tokens
/// and session.
/// The providers' own spans are enabled in this project.
/// </summary>
public sealed class OneCallOnceTests : IAsyncLifetime, IDisposable
{
    private static readonly string[] Words = ["chat", "chat.completions", "chat.streaming", "text_completion"];

    private readonly AppTelemetry _app = new AppTelemetry().ExportTraces();
    private readonly string _id = Guid.NewGuid().ToString("N");
    private ModelServer _server = null!;

    /// <summary>All orders of the three parts of an app's pipeline.</summary>
    public static TheoryData<string, string, bool> Pipelines()
    {
        var pipelines = new TheoryData<string, string, bool>();
        foreach (var client in RealClients.Names)
        {
            foreach (var order in new[]
            {
                "telemetry tidemark",
                "tidemark telemetry",
                "telemetry tools tidemark",
                "tools telemetry tidemark",
                "tools tidemark telemetry",
                "tidemark tools telemetry",
                "telemetry tidemark telemetry",
            })
            {
                pipelines.Add(client, order, false);
                pipelines.Add(client, order, true);
            }
        }

        return pipelines;
    }

    /// <summary>Orders in which every call passes through Tidemark.</summary>
    public static TheoryData<string, string, bool> ToolPipelines()
    {
        var pipelines = new TheoryData<string, string, bool>();
        foreach (var client in RealClients.Names)
        {
            foreach (var order in new[] { "telemetry tools tidemark", "tools telemetry tidemark", "tools tidemark telemetry", "tools tidemark" })
            {
                pipelines.Add(client, order, false);
                pipelines.Add(client, order, true);
            }
        }

        return pipelines;
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
    [MemberData(nameof(Pipelines))]
    public async Task Pipeline_InAnyOrder_CountsEachCallOnce(string name, string order, bool streams)
    {
        using var client = Build(RealClients.Create(name, _server.Address, "model-1"), order);
        using (_app.Tidemark.StartSession(_id))
        {
            if (streams)
            {
                await foreach (var _ in client.GetStreamingResponseAsync("a question"))
                {
                }
            }
            else
            {
                await client.GetResponseAsync("a question");
            }
        }

        var call = Assert.Single(Inferences());
        Assert.Equal(RealClients.Usage(name), RealClientTests.Tokens(call));
        Assert.Equal(_id, call.Text("session.id"));
    }

    [Theory]
    [MemberData(nameof(ToolPipelines))]
    public async Task Pipeline_WithATool_CountsBothCallsAndTheTool(string name, string order, bool streams)
    {
        using var client = Build(RealClients.Create(name, _server.Address, "model-1"), order);
        using (_app.Tidemark.StartSession(_id))
            await AskWithToolAsync(client, streams);

        Assert.Equal(2, _server.Calls);
        Assert.Equal([RealClients.Usage(name), RealClients.Usage(name)], Inferences().Select(RealClientTests.Tokens));
        Assert.Single(_app.Exported.All, span => span.Text("gen_ai.operation.name") == "execute_tool" && span.Text("session.id") == _id);
    }

    /// <summary>Outside function invocation, ours is one call with all tokens; the others' spans inside add nothing.</summary>
    [Theory]
    [InlineData("tidemark tools")]
    [InlineData("tidemark tools telemetry")]
    [InlineData("tidemark telemetry tools")]
    [InlineData("telemetry tidemark tools")]
    public async Task Pipeline_OutsideTheTools_CountsTheTokensOnce(string order)
    {
        using var client = Build(RealClients.Create("openai", _server.Address, "model-1"), order);
        using (_app.Tidemark.StartSession(_id))
            await AskWithToolAsync(client, streams: false);

        Assert.Equal(2, _server.Calls);
        Assert.Equal("1624 192 1024  80", RealClientTests.Tokens(Assert.Single(Inferences())));
    }

    [Fact]
    public async Task SemanticKernel_OnOurClient_CountsOnce()
    {
        using var client = RealClients.Create("openai", _server.Address, "model-1").UseTidemark(_app.Tidemark);
        var service = client.AsChatCompletionService(new ServiceCollection().BuildServiceProvider());
        using (_app.Tidemark.StartSession(_id))
            await service.GetChatMessageContentsAsync(new ChatHistory("a question"));

        Assert.Single(Inferences());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AgentFramework_OnOurClient_CountsOnceBelowTheAgent(bool withTelemetry)
    {
        using var client = RealClients.Create("openai", _server.Address, "model-1").UseTidemark(_app.Tidemark);
        var agent = client.AsAIAgent(instructions: "be brief", name: "planner").AsBuilder();
        var built = withTelemetry ? agent.UseOpenTelemetry().Build() : agent.Build();
        using (_app.Tidemark.StartSession(_id))
            await built.RunAsync("a question");

        Assert.Equal("812 96 512  40", RealClientTests.Tokens(Assert.Single(Inferences())));
        Assert.Equal(
            withTelemetry ? 1 : 0, _app.Exported.All.Count(span => span.Text("gen_ai.operation.name") == "invoke_agent" && span.Text("session.id") == _id));
    }

    /// <summary>Workflows put the id of the run into <c>session.id</c> of their spans.</summary>
    [Fact]
    public async Task Workflow_InANamedSession_IsOfThatSession()
    {
        using var client = RealClients.Create("openai", _server.Address, "model-1").UseTidemark(_app.Tidemark);
        Func<string, ValueTask<string>> ask = async question => (await client.GetResponseAsync(question)).Text;
        var workflow = new WorkflowBuilder(ask.BindAsExecutor("asker")).WithOpenTelemetry().Build();
        using (_app.Tidemark.StartSession(_id))
        {
            await using var run = await InProcessExecution.RunAsync(workflow, "a question");
        }

        Assert.Equal("812 96 512  40", RealClientTests.Tokens(Assert.Single(Inferences())));
        var trace = Inferences().Single().TraceId;
        var spans = _app.Exported.All.Where(span => span.TraceId == trace && span.Source.Name == "Microsoft.Agents.AI.Workflows").ToList();
        Assert.NotEmpty(spans);
        Assert.All(spans, span => Assert.Equal(_id, span.Text("session.id")));
    }

    [Fact]
    public async Task ByHand_AroundTheProvidersOwnClient_TakesItsUsage()
    {
        var model = RealClients.OpenAI(_server.Address).GetChatClient("model-1");
        using (var session = _app.Tidemark.StartSession(_id))
        using (session.StartInference("model-1", "openai"))
            await model.CompleteChatAsync("a question");

        var call = Assert.Single(Inferences());
        Assert.Equal("Tidemark.Instrumentation", call.Source.Name);
        Assert.Equal((812L, "chatcmpl-1"), (call.GetTagItem("gen_ai.usage.input_tokens"), call.Text("gen_ai.response.id")));
    }

    private static async Task AskWithToolAsync(IChatClient client, bool streams)
    {
        var options = new ChatOptions { Tools = [AIFunctionFactory.Create(() => "sunny", "get_weather")] };
        if (!streams)
        {
            await client.GetResponseAsync("a question", options);
            return;
        }

        await foreach (var _ in client.GetStreamingResponseAsync("a question", options))
        {
        }
    }

    private IChatClient Build(IChatClient model, string order)
    {
        var builder = model.AsBuilder();
        foreach (var step in order.Split(' '))
        {
            _ = step switch
            {
                "telemetry" => builder.UseOpenTelemetry(),
                "tools" => builder.UseFunctionInvocation(),
                _ => builder.UseTidemark(_app.Tidemark),
            };
        }

        return builder.Build();
    }

    private IEnumerable<Activity> Inferences() => _app.Exported.All.Where(span =>
        Words.Contains(span.Text("gen_ai.operation.name")) && span.Text("session.id") == _id && span.Recorded);
}
