using System.Net.Http.Json;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;

namespace Tidemark.Aspire.Hosting.Tests;

/// <summary>The sample's AppHost started by Aspire's own orchestrator: its collector, its embedded PostgreSQL and an app that sends to it.</summary>
public sealed class SampleTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    // The embedded PostgreSQL's user must have access to it.
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("tidemark-aspire-");

    [Fact]
    public async Task Start_AppThatChats_IsASessionOfTheCollector()
    {
        if (!OperatingSystem.IsWindows()) _data.UnixFileMode |= UnixFileMode.OtherExecute;
        using var patience = new CancellationTokenSource(Patience);
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.Aspire>([$"Data={_data.FullName}"], patience.Token);
        await using var app = await builder.BuildAsync(patience.Token);
        await app.StartAsync(patience.Token);
        await app.ResourceNotifications.WaitForResourceHealthyAsync("tidemark", patience.Token);
        await app.ResourceNotifications.WaitForResourceAsync("chat", KnownResourceStates.Running, patience.Token);

        using var chat = app.CreateHttpClient("chat");
        using var answer = await chat.PostAsJsonAsync("/chat", new { conversation = "c-1", text = "How is the weather?" }, patience.Token);
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync(patience.Token)}");

        // Aspire names the service by the resource.
        using var api = app.CreateHttpClient("tidemark", "api");
        while (!(await api.GetStringAsync(
            new Uri("/api/sessions?service=chat", UriKind.Relative), patience.Token)).Contains("\"service\":\"chat\"", StringComparison.Ordinal))
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, patience.Token);
    }

    public void Dispose() => _data.Delete(recursive: true);
}
