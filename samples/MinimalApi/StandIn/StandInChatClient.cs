using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.AI;

namespace Tidemark.Samples.MinimalApi.StandIn;

/// <summary>Calls the stand-in model over HTTP, as a provider's client calls its service.</summary>
internal sealed class StandInChatClient(IServer server) : IChatClient
{
    public const string Path = "/stand-in-model";

    private static readonly ChatClientMetadata Metadata = new("stand_in", defaultModelId: "stand-in-1");

    private readonly HttpClient _http = new();

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address());
        request.Content = JsonContent.Create(messages.Select(message => message.Text).ToArray());
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
            yield return Read(JsonSerializer.Deserialize<StandInChunk>(line, JsonSerializerOptions.Web)!);
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(ChatClientMetadata) ? Metadata : serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose() => _http.Dispose();

    private static ChatResponseUpdate Read(StandInChunk chunk)
    {
        var update = new ChatResponseUpdate(ChatRole.Assistant, chunk.Text);
        if (chunk.Text is null)
        {
            update.FinishReason = ChatFinishReason.Stop;
            update.Contents.Add(new UsageContent(new UsageDetails { InputTokenCount = chunk.InputTokens, OutputTokenCount = chunk.OutputTokens }));
        }

        return update;
    }

    /// <summary>This app's own address, known once it listens.</summary>
    private Uri Address() => new(new Uri(server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First()), Path);
}
