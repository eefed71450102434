using System.Diagnostics;
using OpenTelemetry;
using Tidemark.Conventions;

namespace Tidemark.Instrumentation.Sessions;

/// <summary>
/// Propagates a session to other processes as W3C baggage: in the runtime's form (used by ASP.NET Core and HttpClient) and in
/// OpenTelemetry's. The user is not propagated.
/// </summary>
internal static class SessionBaggage
{
    /// <summary>Longer values did not come from this library.</summary>
    internal const int MaxLength = 256;

    public static Identity Read(Activity? activity) => new(
        Read(activity, SessionAttributes.SessionId),
        Read(activity, GenAiAttributes.ConversationId),
        User: null,
        Read(activity, GenAiAttributes.AgentName),
        Read(activity, GenAiAttributes.WorkflowName));

    public static void Write(Activity activity, in Identity identity)
    {
        Write(activity, SessionAttributes.SessionId, identity.Session);
        Write(activity, GenAiAttributes.ConversationId, identity.Conversation);
        Write(activity, GenAiAttributes.AgentName, identity.Agent);
        Write(activity, GenAiAttributes.WorkflowName, identity.Workflow);
    }

    /// <summary>Sets all entries at once, as each change of a <see cref="Baggage"/> copies it.</summary>
    public static Baggage Add(Baggage baggage, in Identity identity) => baggage.SetBaggage(
        new(SessionAttributes.SessionId, identity.Session),
        new(GenAiAttributes.ConversationId, identity.Conversation),
        new(GenAiAttributes.AgentName, identity.Agent),
        new(GenAiAttributes.WorkflowName, identity.Workflow));

    private static string? Read(Activity? activity, string key)
    {
        var value = activity?.GetBaggageItem(key) ?? Baggage.Current.GetBaggage(key);
        return value is { Length: > 0 and <= MaxLength } ? value : null;
    }

    private static void Write(Activity activity, string key, string? value)
    {
        if (value is not null && activity.GetBaggageItem(key) != value)
            activity.SetBaggage(key, value);
    }
}
