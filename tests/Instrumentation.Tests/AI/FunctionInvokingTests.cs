using System.Diagnostics;
using Microsoft.Extensions.AI;
using OpenTelemetry;
using Tidemark.Instrumentation.Tests.Testing;

namespace Tidemark.Instrumentation.Tests.AI;

/// <summary>
/// A function-invoking client around ours: its tool runs belong to the session, whichever source records them. Not parallel, because
/// options of other apps in the process would have their say.
/// </summary>
[Collection(nameof(Alone))]
public sealed class FunctionInvokingTests : IDisposable
{
    private const string Secret = "the customer's card number";
    private readonly string _id = Guid.NewGuid().ToString("N");
    private readonly MetricRecorder _metrics = new();

    /// <summary>The app's exporter precedes ours: it must not receive unmodified items.</summary>
    private readonly AppTelemetry _app = new AppTelemetry().ExportTraces();

    private string Tool => $"tool_{_id}";

    public void Dispose()
    {
        _app.Dispose();
        _metrics.Dispose();
    }

    [Fact]
    public async Task Tool_BelowAnAgent_IsOfTheSessionAndCounted()
    {
        Start();
        using (var session = _app.Tidemark.StartSession(_id, user: "u-7"))
        using (session.StartAgent(_id))
            await AskAsync(() => "sunny");

        var tool = One($"execute_tool {Tool}");
        Assert.Equal("Tidemark.Instrumentation", tool.Source.Name);
        Assert.Equal((_id, "u-7", _id), (tool.Text("session.id"), tool.Text("user.id"), tool.Text("gen_ai.agent.name")));
        Assert.Equal(2, Spans().Count(span => span.DisplayName == "chat default-model"));
        Assert.Equal(1, Measure("gen_ai.invoke_agent.tool_calls").Value);
        Assert.Equal(2, Measure("gen_ai.invoke_agent.inference_calls").Value);
        Assert.Equal(tool.Duration.TotalSeconds, Measure("gen_ai.execute_tool.duration").Value);
        Assert.Equal(
            new Dictionary<string, object?> { ["gen_ai.tool.name"] = Tool, ["gen_ai.agent.name"] = _id },
            Measure("gen_ai.execute_tool.duration").Tags);
    }

    [Fact]
    public async Task Tool_OutsideAnAgent_IsOfTheSession()
    {
        Start();
        using (_app.Tidemark.StartSession(_id, agent: _id))
            await AskAsync(() => "sunny");

        Assert.Equal("Tidemark.Instrumentation", One($"execute_tool {Tool}").Source.Name);
        Assert.Equal(Tool, Measure("gen_ai.execute_tool.duration").Tags["gen_ai.tool.name"]);
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, Secret)]
    public async Task Tool_Fails_MessageIsReportedWhereAskedFor(bool captures, string? expected)
    {
        Start(options => options.CaptureExceptionMessages = captures);
        using (var session = _app.Tidemark.StartSession(_id, agent: _id))
            await AskAsync(() => throw new TimeoutException(Secret));

        var tool = One($"execute_tool {Tool}");
        Assert.Equal((ActivityStatusCode.Error, expected), (tool.Status, tool.StatusDescription));
        Assert.Equal("System.TimeoutException", Measure("gen_ai.execute_tool.duration").Tags["error.type"]);
    }

    [Fact]
    public void Tool_OfOurs_IsMeasuredOnce()
    {
        Start();
        using (var session = _app.Tidemark.StartSession(_id))
        using (session.StartAgent(_id))
            session.StartTool(Tool).Dispose();

        Assert.Equal(_id, One($"execute_tool {Tool}").Text("session.id"));
        Assert.Equal(1, Measure("gen_ai.invoke_agent.tool_calls").Value);
        Assert.NotNull(Measure("gen_ai.execute_tool.duration"));
    }

    private void Start(Action<TidemarkOptions>? configure = null)
    {
        _app.WithTidemark(configure);
        _app.Start();
    }

    private async Task AskAsync(Func<string> function)
    {
        using var client = new FunctionInvokingChatClient(new ToolCallingModel(Tool).UseTidemark(_app.Tidemark));
        await client.GetResponseAsync("a question", new ChatOptions { Tools = [AIFunctionFactory.Create(function, Tool)] });
    }

    private IEnumerable<Activity> Spans() => _app.Exported.All.Where(span => span.Text("session.id") == _id);

    private Activity One(string name) => Spans().Single(span => span.DisplayName == name);

    private Measured Measure(string name) => _metrics.With("gen_ai.agent.name", _id).Single(measured => measured.Name == name);
}
