using System.Diagnostics;
using Tidemark.Conventions;

namespace Tidemark.Instrumentation.Sessions;

/// <summary>Reads and writes an <see cref="Identity"/> as span attributes.</summary>
internal static class IdentityTags
{
    public static Identity Read(Activity activity)
    {
        string? session = null, conversation = null, user = null, agent = null, workflow = null;
        foreach (ref readonly var tag in activity.EnumerateTagObjects())
        {
            switch (tag.Key)
            {
                case SessionAttributes.SessionId: session = tag.Value as string; break;
                case GenAiAttributes.ConversationId: conversation = tag.Value as string; break;
                case SessionAttributes.UserId: user = tag.Value as string; break;
                case GenAiAttributes.AgentName: agent = tag.Value as string; break;
                case GenAiAttributes.WorkflowName: workflow = tag.Value as string; break;
                default: break;
            }
        }

        return new Identity(session, conversation, user, agent, workflow);
    }

    /// <summary>Writes to a span that has none of these tags yet.</summary>
    public static void Add(Activity activity, in Identity identity)
    {
        Add(activity, SessionAttributes.SessionId, identity.Session);
        Add(activity, GenAiAttributes.ConversationId, identity.Conversation);
        Add(activity, SessionAttributes.UserId, identity.User);
        Add(activity, GenAiAttributes.AgentName, identity.Agent);
        Add(activity, GenAiAttributes.WorkflowName, identity.Workflow);
    }

    private static void Add(Activity activity, string key, string? value)
    {
        if (value is not null)
            activity.AddTag(key, (object)value);
    }
}
