using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Tidemark.Instrumentation.Metrics;
using Tidemark.Instrumentation.Processing;
using Tidemark.Instrumentation.Recording;
using Tidemark.Instrumentation.Sessions;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation;

/// <summary>
/// Starts sessions and records what happens in them. Thread-safe; one for the app's lifetime, from dependency injection
/// (<c>services.AddTidemark(...)</c>) or made by hand. It never throws into the app and never blocks it.
/// </summary>
public sealed class TidemarkClient
{
    /// <summary>Records by the options of the app's OpenTelemetry, where there is one.</summary>
    internal static readonly TidemarkClient Default = new(events: null, rules: null);

    private readonly SessionEventLog _events;
    private readonly RecordingRules? _rules;

    /// <summary>Makes a client that records into whatever listens in this process.</summary>
    /// <param name="loggerFactory">Takes the <c>session.start</c> and <c>session.end</c> events; none = they are not sent.</param>
    /// <param name="options">What is recorded; none = the defaults.</param>
    public TidemarkClient(ILoggerFactory? loggerFactory = null, TidemarkOptions? options = null)
        : this(loggerFactory?.CreateLogger(TidemarkSource.Name), options is null ? RecordingRules.Default : RecordingRules.Of(options))
    {
    }

    internal TidemarkClient(ILogger? events, RecordingRules? rules)
    {
        _events = new SessionEventLog(events);
        _rules = rules;
    }

    /// <summary>The session that surrounds the caller; outside any, a value without id that records operations of no session.</summary>
    public TidemarkSession Current => new(this, CurrentIdentity.Find(Activity.Current), scope: null, ownsLifetime: false);

    internal RecordingRules Rules => _rules ?? RecordingRules.OfTheApp;

    private bool IsObserved =>
        TidemarkSource.Activities.HasListeners() || Stamps.AreWanted || SessionMetrics.IsEnabled || _events.IsEnabled;

    /// <summary>Starts a session: it surrounds the caller's async flow until disposed, and is announced by <c>session.start</c>.</summary>
    /// <param name="id">The session's id, unique and without personal data; without one, nothing is started.</param>
    /// <param name="user">Who it serves.</param>
    /// <param name="agent">The agent that acts in it.</param>
    /// <param name="workflow">The workflow it runs.</param>
    /// <param name="previous">The session that this one follows, which thereby ended.</param>
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
    /// Takes up a session that began elsewhere (in another request or process): it surrounds the caller's async flow until
    /// disposed, and is neither announced nor ended.
    /// </summary>
    /// <param name="id">The session's id; without one, nothing is taken up.</param>
    /// <param name="user">Who it serves.</param>
    /// <param name="agent">The agent that acts in it.</param>
    /// <param name="workflow">The workflow it runs.</param>
    /// <param name="conversation">The conversation in it.</param>
    /// <returns>The session; dispose it when the caller's part in it is over.</returns>
    public TidemarkSession ContinueSession(
        string id, string? user = null, string? agent = null, string? workflow = null, string? conversation = null) =>
        Continue(new Identity(id, conversation, user, agent, workflow));

    /// <summary>Ends a session that was only continued here, at log-out for example: sends <c>session.end</c>.</summary>
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
