using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Tidemark.Instrumentation.Tests.Clients;

/// <summary>
/// Serves the HTTP APIs of OpenAI, Azure OpenAI, Anthropic and Ollama. A model's name determines the response: <c>fail-429</c>
/// answers with that status, <c>cut</c> resets the stream after it has been read (<see cref="Cut"/>), <c>slow</c> never answers, all others answer, after one
/// tool call where tools
/// are offered.
/// </summary>
internal sealed class ModelServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _calls;

    private ModelServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/v1/chat/completions", context => AnswerAsync(context, OpenAIProtocol.ChatAsync));
        _app.MapPost("/openai/deployments/{model}/chat/completions", context => AnswerAsync(context, OpenAIProtocol.ChatAsync));
        _app.MapPost("/v1/responses", context => AnswerAsync(context, ResponsesProtocol.AnswerAsync));
        _app.MapPost("/v1/embeddings", context => AnswerAsync(context, OpenAIProtocol.EmbeddingsAsync));
        _app.MapPost("/v1/messages", context => AnswerAsync(context, AnthropicProtocol.MessagesAsync));
        _app.MapPost("/api/chat", context => AnswerAsync(context, OllamaProtocol.ChatAsync));
    }

    public Uri Address => new(_app.Urls.Single());

    /// <summary>Number of calls received.</summary>
    public int Calls => _calls;

    /// <summary>Set it after reading the first part of a stream that is to be reset.</summary>
    public TaskCompletionSource Cut { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static async Task<ModelServer> StartAsync()
    {
        var server = new ModelServer();
        await server._app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context, Func<HttpResponse, JsonNode, int, Task> answer)
    {
        var number = Interlocked.Increment(ref _calls);
        var request = (await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))!;
        var model = (string)request["model"]!;
        if (model.StartsWith("fail-", StringComparison.Ordinal))
        {
            context.Response.StatusCode = int.Parse(model["fail-".Length..], System.Globalization.CultureInfo.InvariantCulture);
            object error = context.Request.Path.StartsWithSegments("/api") ? "it failed" : new { type = "some_error", message = "it failed" };
            await context.Response.WriteAsJsonAsync(new { type = "error", error });
            return;
        }

        if (model == "slow")
        {
            var never = new TaskCompletionSource();
            await using var gone = context.RequestAborted.Register(never.SetResult);
            await never.Task;
            return;
        }

        await answer(context.Response, request, number);
        if (model == "cut")
        {
            await Cut.Task.WaitAsync(context.RequestAborted);
            context.Abort();
        }
    }
}
