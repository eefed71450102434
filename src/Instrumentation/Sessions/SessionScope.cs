using System.Diagnostics;

namespace Tidemark.Instrumentation.Sessions;

/// <summary>
/// A session (or a conversation within one) as it flows with async code: the innermost scope that has not ended is the current one.
/// </summary>
internal sealed class SessionScope
{
    /// <summary>Scopes that nobody disposes would chain up in a long-lived flow; the outermost ones are let go.</summary>
    internal const int MaxDepth = 32;

    private static readonly AsyncLocal<SessionScope?> Ambient = new();

    private readonly int _depth;
    private int _ended;

    private SessionScope(in Identity identity, SessionScope? outer)
    {
        Identity = identity;
        Anchor = Activity.Current;
        if (outer is { _depth: < MaxDepth })
        {
            Outer = outer;
            _depth = outer._depth + 1;
        }
    }

    public Identity Identity { get; }

    /// <summary>The span that was current when the scope began: spans below it are inside, spans above it are outside.</summary>
    public Activity? Anchor { get; }

    public long StartTimestamp { get; } = Stopwatch.GetTimestamp();

    private SessionScope? Outer { get; }

    /// <summary>The innermost live scope of this flow of control.</summary>
    public static SessionScope? Current => Live(Ambient.Value);

    public static SessionScope Begin(in Identity identity)
    {
        var scope = new SessionScope(identity, Current);
        Ambient.Value = scope;
        return scope;
    }

    /// <summary>Ends the scope once; later calls, in whatever order, change nothing.</summary>
    /// <returns>Whether this call ended it.</returns>
    public bool End()
    {
        if (Interlocked.Exchange(ref _ended, 1) != 0)
            return false;

        if (ReferenceEquals(Ambient.Value, this))
            Ambient.Value = Live(Outer);
        return true;
    }

    private static SessionScope? Live(SessionScope? scope)
    {
        while (scope is { _ended: not 0 })
            scope = scope.Outer;
        return scope;
    }
}
