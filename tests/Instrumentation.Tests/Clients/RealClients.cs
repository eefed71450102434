using System.ClientModel;
using System.ClientModel.Primitives;
using Anthropic;
using Azure.AI.OpenAI;
using Microsoft.Extensions.AI;
using OllamaSharp;
using OpenAI;

namespace Tidemark.Instrumentation.Tests.Clients;

/// <summary>The providers' own clients, without retries, and their errors per response.</summary>
internal static class RealClients
{
    public static readonly string[] Names = ["openai", "azure", "responses", "anthropic", "ollama"];

    public static IChatClient Create(string name, Uri server, string model, TimeSpan? timeout = null) => name switch
    {
        "openai" => OpenAI(server, timeout).GetChatClient(model).AsIChatClient(),
        "azure" => Azure(server, timeout).GetChatClient(model).AsIChatClient(),
        "responses" => OpenAI(server, timeout).GetResponsesClient().AsIChatClient(model),
        "anthropic" =>
            new AnthropicClient { ApiKey = "key", BaseUrl = server.AbsoluteUri.TrimEnd('/'), MaxRetries = 0, Timeout = timeout ?? TimeSpan.FromSeconds(60) }
            .AsIChatClient(model, 100),
        "ollama" => new OllamaApiClient(new HttpClient { BaseAddress = server, Timeout = timeout ?? TimeSpan.FromSeconds(60) }, model),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    /// <summary>Input, output, cache read, cache write and reasoning tokens of one answer.</summary>
    public static string Usage(string name) => name switch
    {
        "anthropic" => "812 96 512 100 ",
        "ollama" => "812 96   ",
        _ => "812 96 512  40",
    };

    public static OpenAIClient OpenAI(Uri server, TimeSpan? timeout = null) => new(
        new ApiKeyCredential("key"),
        new OpenAIClientOptions
        {
            Endpoint = new Uri(server, "v1"),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = timeout ?? TimeSpan.FromSeconds(60),
        });

    private static AzureOpenAIClient Azure(Uri server, TimeSpan? timeout) => new(
        server,
        new ApiKeyCredential("key"),
        new AzureOpenAIClientOptions { RetryPolicy = new ClientRetryPolicy(maxRetries: 0), NetworkTimeout = timeout ?? TimeSpan.FromSeconds(60) });
}
