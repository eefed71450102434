using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Tidemark.Benchmarks.Instrumentation;

/// <summary>The library's spans, attributes and events, written by hand.</summary>
internal static class RawTelemetry
{
    public const string SourceName = "Tidemark.Benchmarks.Raw";

    private static readonly ActivitySource Source = new(SourceName, "1.0.0");
    private static readonly EventId Start = new(1, "session.start");
    private static readonly EventId End = new(2, "session.end");

    public static void Session(ILogger logger)
    {
        Event(logger, Start);
        Inference();
        Event(logger, End);
    }

    public static void Inference()
    {
        using var activity = Source.StartActivity($"chat {Story.Model}", ActivityKind.Client);
        if (activity is not { IsAllDataRequested: true })
            return;

        Identify(activity);
        activity.SetTag("gen_ai.conversation.id", Story.Conversation);
        activity.SetTag("gen_ai.operation.name", "chat");
        activity.SetTag("gen_ai.provider.name", Story.Provider);
        activity.SetTag("gen_ai.request.model", Story.Model);
        activity.SetTag("gen_ai.usage.input_tokens", Story.Input);
        activity.SetTag("gen_ai.usage.output_tokens", Story.Output);
        activity.SetTag("gen_ai.usage.cache_read.input_tokens", Story.CacheRead);
    }

    public static void Tool()
    {
        using var activity = Source.StartActivity($"execute_tool {Story.Tool}", ActivityKind.Internal);
        if (activity is not { IsAllDataRequested: true })
            return;

        Identify(activity);
        activity.SetTag("gen_ai.operation.name", "execute_tool");
        activity.SetTag("gen_ai.tool.name", Story.Tool);
    }

    private static void Identify(Activity activity)
    {
        activity.SetTag("session.id", Story.Session);
        activity.SetTag("user.id", Story.User);
        activity.SetTag("gen_ai.agent.name", Story.Agent);
    }

    private static void Event(ILogger logger, EventId id)
    {
        if (logger.IsEnabled(LogLevel.Information))
            logger.Log(
                LogLevel.Information, id, new List<KeyValuePair<string, object?>>(1) { new("session.id", Story.Session) }, null,
                static (_, _) => Story.Session);
    }
}
