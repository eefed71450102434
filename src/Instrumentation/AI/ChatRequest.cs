using Microsoft.Extensions.AI;
using Tidemark.Conventions;

namespace Tidemark.Instrumentation.AI;

/// <summary>Records the options of a chat call.</summary>
internal static class ChatRequest
{
    public static void Record(InferenceOperation call, ChatOptions options)
    {
        if (options.MaxOutputTokens is { } maxTokens)
            call.SetAttribute(GenAiAttributes.RequestMaxTokens, (long)maxTokens);
        if (options.Temperature is { } temperature)
            call.SetAttribute(GenAiAttributes.RequestTemperature, (double)temperature);
        if (options.TopP is { } topP)
            call.SetAttribute(GenAiAttributes.RequestTopP, (double)topP);
    }
}
