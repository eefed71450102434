using Tidemark.Instrumentation;

namespace Tidemark.Benchmarks.Instrumentation;

/// <summary>The same telemetry through the library.</summary>
internal static class LibraryTelemetry
{
    public static void Session(TidemarkClient tidemark)
    {
        using var session = tidemark.StartSession(Story.Session, Story.User, Story.Agent);
        Inference(session);
    }

    public static void EmptySession(TidemarkClient tidemark)
    {
        using var session = tidemark.StartSession(Story.Session, Story.User, Story.Agent);
    }

    public static void Inference(in TidemarkSession session)
    {
        using var call = session.StartInference(Story.Model, Story.Provider, Story.Conversation);
        call.SetUsage(new TokenUsage(Input: Story.Input, Output: Story.Output, CacheRead: Story.CacheRead));
    }

    public static void Tool(in TidemarkSession session)
    {
        using var tool = session.StartTool(Story.Tool);
    }
}
