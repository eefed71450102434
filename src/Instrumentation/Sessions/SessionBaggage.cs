using System.Diagnostics;
using OpenTelemetry;
using Tidemark.Conventions;

namespace Tidemark.Instrumentation.Sessions;

/// <summary>
/// Carries a session to other processes as W3C baggage: both in the runtime's own form (which ASP.NET Core and HttpClient move)
/// and in OpenTelemetry's. The user is left out: others need not know.
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

    /// <summary>All entries at once: each change of a <see cref="Baggage"/> copies it.</summary>
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
