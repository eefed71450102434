using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Tidemark.Instrumentation.Metrics;
using Tidemark.Instrumentation.Processing;
using Tidemark.Instrumentation.Sessions;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation;

/// <summary>
/// Starts sessions and records operations. Thread-safe; use one instance for the app's lifetime, from dependency injection
/// (<c>services.AddTidemark(...)</c>) or created directly. Never throws into the app and never blocks it.
/// </summary>
public sealed class TidemarkClient
{
    /// <summary>Uses the options of the app's OpenTelemetry registration, if there is one.</summary>
    internal static readonly TidemarkClient Default = new(events: null, rules: null);

    private readonly SessionEventLog _events;
    private readonly RecordingRules? _rules;

    /// <summary>Creates a client; its spans and metrics go to the listeners of this process.</summary>
    /// <param name="loggerFactory">Receives the <c>session.start</c> and <c>session.end</c> events; <see langword="null"/> = they are not sent.</param>
    /// <param name="options">What is recorded; <see langword="null"/> = the defaults.</param>
    public TidemarkClient(ILoggerFactory? loggerFactory = null, TidemarkOptions? options = null)
        : this(loggerFactory?.CreateLogger(TidemarkSource.Name), options is null ? RecordingRules.Default : RecordingRules.Of(options))
    {
    }

    internal TidemarkClient(ILogger? events, RecordingRules? rules)
    {
        _events = new SessionEventLog(events);
        _rules = rules;
    }

    /// <summary>The current session of the caller; outside any session, a value without id that records operations of no session.</summary>
    public TidemarkSession Current => new(this, CurrentIdentity.Find(Activity.Current), scope: null, ownsLifetime: false);

    internal RecordingRules Rules => _rules ?? RecordingRules.OfTheApp;

    private bool IsObserved =>
        TidemarkSource.Activities.HasListeners() || SessionProcessors.AreActive || SessionMetrics.IsEnabled || _events.IsEnabled;

    /// <summary>Starts a session and sends <c>session.start</c>. It is current in the caller's async flow until it is disposed.</summary>
    /// <param name="id">The session's id, unique and without personal data; if empty, nothing is started.</param>
    /// <param name="user">The user's id.</param>
    /// <param name="agent">The agent's name.</param>
    /// <param name="workflow">The workflow's name.</param>
    /// <param name="previous">The session that this one follows, and thereby ends.</param>
    /// <returns>The session; dispose it to end it.</returns>
    public TidemarkSession StartSession(
        string id, string? user = null, string? agent = null, string? workflow = null, string? previous = null)
    {
        var identity = new Identity(id, null, user, agent, workflow);
        if (string.IsNullOrEmpty(id) || !IsObserved)
            return new TidemarkSession(this, identity, scope: null, ownsLifetime: true);

        identity = identity with { Details = new SessionDetails() };
        var scope = SessionScope.Begin(identity, Rules.PropagatesSessions, SessionLifetime.Begin(identity));
        _events.Started(id, previous);
        return new TidemarkSession(this, identity, scope, ownsLifetime: true);
    }

    /// <summary>
    /// Continues a session that was started elsewhere (in another request or process). It is current in the caller's async flow until it is
    /// disposed; no session events are sent.
    /// </summary>
    /// <param name="id">The session's id; if empty, nothing is continued.</param>
    /// <param name="user">The user's id.</param>
    /// <param name="agent">The agent's name.</param>
    /// <param name="workflow">The workflow's name.</param>
    /// <param name="conversation">The conversation's id.</param>
    /// <returns>The session; dispose it when the caller's part in it is done.</returns>
    public TidemarkSession ContinueSession(
        string id, string? user = null, string? agent = null, string? workflow = null, string? conversation = null) =>
        Continue(new Identity(id, conversation, user, agent, workflow));

    /// <summary>Ends a session that was only continued here, for example at log-out: sends <c>session.end</c>.</summary>
    /// <param name="id">The session's id.</param>
    public void EndSession(string id)
    {
        if (!string.IsNullOrEmpty(id))
            _events.Ended(id);
    }

    internal TidemarkSession Continue(in Identity identity)
    {
        if (string.IsNullOrEmpty(identity.Session) || !IsObserved)
            return new TidemarkSession(this, identity, scope: null, ownsLifetime: false);

        var continued = identity.Details is null ? identity with { Details = new SessionDetails() } : identity;
        return new TidemarkSession(this, continued, SessionScope.Begin(continued, Rules.PropagatesSessions), ownsLifetime: false);
    }

    internal void Ended(SessionScope scope)
    {
        if (scope.Lifetime is { } lifetime)
            Guard.Run(static of => of.Dispose(), lifetime, "counting a session's end");
        _events.Ended(scope.Identity.Session!);
    }
}
