using System.IO.Pipelines;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using OpenTelemetry;
using Tidemark.Instrumentation.Tests.Testing;

namespace Tidemark.Instrumentation.Tests.Clients;

/// <summary>The Model Context Protocol's own client and server, with their own spans.</summary>
public sealed class ContextProtocolTests : IDisposable
{
    private readonly AppTelemetry _app = new AppTelemetry().ExportTraces();
    private readonly string _id = Guid.NewGuid().ToString("N");

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task ToolCall_InASession_IsRecordedAndOfTheSession()
    {
        _app.WithTidemark();
        _app.Start();
        var (toServer, toClient) = (new Pipe(), new Pipe());
        await using var transport = new StreamServerTransport(toServer.Reader.AsStream(), toClient.Writer.AsStream());
        await using var server = McpServer.Create(
            transport,
            new McpServerOptions { ToolCollection = [McpServerTool.Create(() => "sunny", new McpServerToolCreateOptions { Name = "get_weather" })] });
        var serving = server.RunAsync();
        await using (var client = await McpClient.CreateAsync(new StreamClientTransport(toServer.Writer.AsStream(), toClient.Reader.AsStream())))
        using (_app.Tidemark.StartSession(_id))
            await client.CallToolAsync("get_weather");

        // Its input has ended.
        await toServer.Writer.CompleteAsync();
        await serving.WaitAsync(TimeSpan.FromMinutes(2));

        var calls = _app.Exported.All.Where(span => span.Source.Name.Contains("ModelContextProtocol", StringComparison.Ordinal)
            && span.Text("session.id") == _id);
        Assert.Contains(calls, span => span.DisplayName == "tools/call get_weather");
    }
}
