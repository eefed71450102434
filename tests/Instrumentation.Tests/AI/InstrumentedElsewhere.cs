using System.Diagnostics;
using Microsoft.Extensions.AI;

namespace Tidemark.Instrumentation.Tests.AI;

/// <summary>Stands for another instrumentation of chat clients, which by custom shows the source of its spans.</summary>
internal sealed class InstrumentedElsewhere(IChatClient inner, ActivitySource source) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var span = source.StartActivity("chat default-model", ActivityKind.Client);
        span?.SetTag("gen_ai.operation.name", "chat");
        return await base.GetResponseAsync(messages, options, cancellationToken);
    }

    public override object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(ActivitySource) ? source : base.GetService(serviceType, serviceKey);
}
