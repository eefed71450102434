using System.Diagnostics;
using Tidemark.Instrumentation.Processing;

namespace Tidemark.Instrumentation.Sessions;

/// <summary>
/// Determines the current identity: that of the ambient scope, or of the parent span if that was started within the scope (an
/// operation of an explicitly used session).
/// </summary>
internal static class CurrentIdentity
{
    public static Identity Find(Activity? parent)
    {
        var scope = SessionScope.Current;
        if (parent is null)
            return scope?.Identity ?? default;

        var above = IdentityTags.Read(parent);
        if (scope is null)
            return above;
        if (above.Session is not null && scope.Identity.Session is not null && FrameworkSessions.SetsOwnSessionId(parent))
            above = above with { Session = scope.Identity.Session };
        if (above.Session is null || ReferenceEquals(parent, scope.Anchor))
            return scope.Identity.Or(WithoutSession(above, scope.Identity));
        if (above.Session == scope.Identity.Session)
            return IsBelow(parent, scope.Anchor) ? above.Or(scope.Identity) : scope.Identity.Or(above);

        return IsBelow(parent, scope.Anchor) ? above : scope.Identity;
    }

    /// <summary>The part of a parent span's identity that a scope may use: all of it for no session or the same one, otherwise nothing.</summary>
    private static Identity WithoutSession(in Identity above, in Identity scope) =>
        above.Session is null || above.Session == scope.Session ? above : default;

    private static bool IsBelow(Activity span, Activity? anchor)
    {
        if (anchor is null)
            return true;

        for (var above = span.Parent; above is not null; above = above.Parent)
        {
            if (ReferenceEquals(above, anchor))
                return true;
        }

        return false;
    }
}
