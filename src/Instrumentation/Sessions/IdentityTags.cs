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
        if (identity.Details is not { Tags: { Length: > 0 } tags })
            return;

        foreach (var tag in tags)
        {
            if (activity.GetTagItem(tag.Key) is null)
                activity.AddTag(tag.Key, (object)tag.Value);
        }
    }

    /// <summary>Adds the attributes that a span does not have itself.</summary>
    public static void AddMissing(Activity activity, in Identity identity)
    {
        var own = Read(activity);
        if (own.Session is not null && own.Session != identity.Session)
            return;

        Add(activity, new Identity(
            own.Session is null ? identity.Session : null,
            own.Conversation is null ? identity.Conversation : null,
            own.User is null ? identity.User : null,
            own.Agent is null ? identity.Agent : null,
            own.Workflow is null ? identity.Workflow : null)
        {
            Details = identity.Details,
        });
    }

    /// <summary>Returns a log record's attributes with the missing ones of the identity.</summary>
    public static IReadOnlyList<KeyValuePair<string, object?>> Join(
        IReadOnlyList<KeyValuePair<string, object?>>? attributes, in Identity identity)
    {
        var joined = new List<KeyValuePair<string, object?>>((attributes?.Count ?? 0) + 5);
        if (attributes is not null)
            joined.AddRange(attributes);
        var own = joined.Count;
        if (IsOfAnotherSession(joined, identity.Session))
            return joined;

        Add(joined, own, SessionAttributes.SessionId, identity.Session);
        Add(joined, own, GenAiAttributes.ConversationId, identity.Conversation);
        Add(joined, own, SessionAttributes.UserId, identity.User);
        Add(joined, own, GenAiAttributes.AgentName, identity.Agent);
        Add(joined, own, GenAiAttributes.WorkflowName, identity.Workflow);
        foreach (var tag in identity.Details?.Tags ?? [])
            Add(joined, own, tag.Key, tag.Value);
        return joined;
    }

    private static bool IsOfAnotherSession(List<KeyValuePair<string, object?>> attributes, string? session)
    {
        foreach (var attribute in attributes)
        {
            if (attribute.Key == SessionAttributes.SessionId)
                return attribute.Value as string != session;
        }

        return false;
    }

    private static void Add(List<KeyValuePair<string, object?>> joined, int own, string key, string? value)
    {
        if (value is null)
            return;

        for (var i = 0; i < own; i++)
        {
            if (joined[i].Key == key)
                return;
        }

        joined.Add(new(key, value));
    }

    private static void Add(Activity activity, string key, string? value)
    {
        if (value is not null)
            activity.AddTag(key, (object)value);
    }
}
