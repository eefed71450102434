using System.Diagnostics;
using Microsoft.Extensions.AI;

namespace Tidemark.Instrumentation.Tests.AI;

/// <summary>
/// Stands for the function-invoking client of Microsoft.Extensions.AI, and records tool runs as that one does: under the source of an
/// agent's span right around it, else under the one that the client below shows.
/// </summary>
internal sealed class FunctionInvokingClient(IChatClient inner) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var said = messages.ToList();
        while (true)
        {
            var response = await base.GetResponseAsync(said, options, cancellationToken);
            var calls = response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().ToList();
            if (calls.Count == 0)
                return response;

            said.AddRange(response.Messages);
            foreach (var call in calls)
                said.Add(new ChatMessage(ChatRole.Tool, [new FunctionResultContent(call.CallId, await RunAsync(call, options!, cancellationToken))]));
        }
    }

    private async Task<object?> RunAsync(FunctionCallContent call, ChatOptions options, CancellationToken cancellationToken)
    {
        var agent = Activity.Current is { } around && around.DisplayName.StartsWith("invoke_agent ", StringComparison.Ordinal) ? around : null;
        var source = agent?.Source ?? InnerClient.GetService(typeof(ActivitySource)) as ActivitySource;
        using var run = source?.StartActivity(
            $"execute_tool {call.Name}",
            ActivityKind.Internal,
            default(ActivityContext),
            [
                new("gen_ai.operation.name", "execute_tool"),
                new("gen_ai.tool.type", "function"),
                new("gen_ai.tool.call.id", call.CallId),
                new("gen_ai.tool.name", call.Name),
                new("gen_ai.tool.description", string.Empty),
            ]);
        try
        {
            return await options.Tools!.OfType<AIFunction>().Single(function => function.Name == call.Name).InvokeAsync(null, cancellationToken);
        }
        catch (Exception failure)
        {
            run?.SetTag("error.type", failure.GetType().FullName).SetStatus(ActivityStatusCode.Error, failure.Message);
            return "failed";
        }
    }
}
