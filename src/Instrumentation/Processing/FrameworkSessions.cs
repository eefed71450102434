using System.Diagnostics;
using Tidemark.Conventions;
using Tidemark.Instrumentation.Sessions;

namespace Tidemark.Instrumentation.Processing;

/// <summary>
/// Frameworks that set their own id as <c>session.id</c>: the Agent Framework's workflows use the id of the run. If the app has named a
/// session, that one is used instead.
/// </summary>
internal static class FrameworkSessions
{
    private const string Named = "tidemark.session";

    /// <summary>Prefixes of the names of their sources.</summary>
    private static readonly string[] Sources = ["Microsoft.Agents.", "Experimental.Microsoft.Agents."];

    public static bool SetsOwnSessionId(Activity span)
    {
        foreach (var source in Sources)
        {
            if (span.Source.Name.StartsWith(source, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>At the start of a span, when its first attributes are known.</summary>
    public static void Override(Activity span, in Identity identity)
    {
        if (identity.Session is null || !SetsOwnSessionId(span))
            return;

        span.SetCustomProperty(Named, identity.Session);
        Restore(span);
    }

    /// <summary>At the end of a span: the framework may have set its own id in the meantime.</summary>
    public static void Restore(Activity span)
    {
        if (span.GetCustomProperty(Named) is string session && span.GetTagItem(SessionAttributes.SessionId) is string other && other != session)
            span.SetTag(SessionAttributes.SessionId, session);
    }
}
