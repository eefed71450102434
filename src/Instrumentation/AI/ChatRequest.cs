using Microsoft.Extensions.AI;
using Tidemark.Conventions;

namespace Tidemark.Instrumentation.AI;

/// <summary>Tells what a chat call asks for, beside its messages.</summary>
internal static class ChatRequest
{
    public static void Tell(InferenceOperation call, ChatOptions options)
    {
        if (options.MaxOutputTokens is { } maxTokens)
            call.SetAttribute(GenAiAttributes.RequestMaxTokens, (long)maxTokens);
        if (options.Temperature is { } temperature)
            call.SetAttribute(GenAiAttributes.RequestTemperature, (double)temperature);
        if (options.TopP is { } topP)
            call.SetAttribute(GenAiAttributes.RequestTopP, (double)topP);
    }
}
