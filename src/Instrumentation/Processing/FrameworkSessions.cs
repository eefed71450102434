using System.Diagnostics;
using Tidemark.Conventions;
using Tidemark.Instrumentation.Sessions;

namespace Tidemark.Instrumentation.Processing;

/// <summary>
/// Frameworks that put an id of their own into <c>session.id</c>: the Agent Framework's workflows use that of the run. Where the app has
/// named a session, that one counts.
/// </summary>
internal static class FrameworkSessions
{
    private const string Named = "tidemark.session";

    /// <summary>Starts of the names of their sources.</summary>
    private static readonly string[] Sources = ["Microsoft.Agents.", "Experimental.Microsoft.Agents."];

    public static bool Makes(Activity span)
    {
        foreach (var source in Sources)
        {
            if (span.Source.Name.StartsWith(source, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>At a span's start, when its first attributes are known.</summary>
    public static void Override(Activity span, in Identity identity)
    {
        if (identity.Session is null || !Makes(span))
            return;

        span.SetCustomProperty(Named, identity.Session);
        Restore(span);
    }

    /// <summary>At a span's end: the framework may have set its own id since.</summary>
    public static void Restore(Activity span)
    {
        if (span.GetCustomProperty(Named) is string session && span.GetTagItem(SessionAttributes.SessionId) is string other && other != session)
            span.SetTag(SessionAttributes.SessionId, session);
    }
}
