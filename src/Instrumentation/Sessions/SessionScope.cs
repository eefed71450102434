using System.Diagnostics;
using OpenTelemetry;

namespace Tidemark.Instrumentation.Sessions;

/// <summary>
/// A session (or a conversation within one) in an async flow: the innermost scope that has not ended is the current one.
/// </summary>
internal sealed class SessionScope
{
    /// <summary>Maximum nesting: scopes that are never disposed would accumulate in a long-lived flow; the outermost ones are dropped.</summary>
    internal const int MaxDepth = 32;

    private static readonly AsyncLocal<SessionScope?> Ambient = new();

    private readonly int _depth;
    private readonly SessionScope? _outer;
    private readonly bool _carriesBaggage;
    private Baggage _outerBaggage;
    private int _ended;

    private SessionScope(in Identity identity, bool carriesBaggage)
    {
        Identity = identity;
        Anchor = Activity.Current;
        _carriesBaggage = carriesBaggage;
        if (Current is { _depth: < MaxDepth } outer)
        {
            _outer = outer;
            _depth = outer._depth + 1;
        }
    }

    public Identity Identity { get; }

    /// <summary>The span that was current when the scope began: spans below it are inside the scope, spans above it outside.</summary>
    public Activity? Anchor { get; }

    /// <summary>Set for sessions that were started here and are counted.</summary>
    public SessionLifetime? Lifetime { get; private set; }

    /// <summary>The innermost live scope of this flow of control.</summary>
    public static SessionScope? Current => Live(Ambient.Value);

    public static SessionScope Begin(in Identity identity, bool carriesBaggage, SessionLifetime? lifetime = null)
    {
        var scope = new SessionScope(identity, carriesBaggage) { Lifetime = lifetime };
        Ambient.Value = scope;
        if (carriesBaggage)
        {
            scope._outerBaggage = Baggage.Current;
            Baggage.Current = SessionBaggage.Add(scope._outerBaggage, identity);
        }

        return scope;
    }

    /// <summary>
    /// Ends the scope once; further calls, in any order, have no effect. The flow keeps its reference until the next scope begins, as
    /// ended scopes are skipped and changing the flow is expensive.
    /// </summary>
    /// <returns>Whether this call ended it.</returns>
    public bool End()
    {
        if (Interlocked.Exchange(ref _ended, 1) != 0)
            return false;

        if (_carriesBaggage && ReferenceEquals(Ambient.Value, this))
            Baggage.Current = _outerBaggage;
        return true;
    }

    private static SessionScope? Live(SessionScope? scope)
    {
        while (scope is { _ended: not 0 })
            scope = scope._outer;
        return scope;
    }
}
