using Microsoft.Extensions.Logging;
using Tidemark.Instrumentation.Sessions;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation;

/// <summary>
/// Starts sessions and records what happens in them. Thread-safe; one for the app's lifetime, from dependency injection
/// (<c>services.AddTidemark(...)</c>) or made by hand. It never throws into the app and never blocks it.
/// </summary>
public sealed class TidemarkClient
{
    private readonly SessionEventLog _events;

    /// <summary>Makes a client that records into whatever listens in this process.</summary>
    /// <param name="loggerFactory">Takes the <c>session.start</c> and <c>session.end</c> events; none = they are not sent.</param>
    /// <param name="options">What is recorded; none = the defaults.</param>
    public TidemarkClient(ILoggerFactory? loggerFactory = null, TidemarkOptions? options = null)
    {
        _events = new SessionEventLog(loggerFactory?.CreateLogger(TidemarkSource.Name));
        Options = options ?? new TidemarkOptions();
    }

    /// <summary>The session that surrounds the caller; outside any, a value without id that still records operations.</summary>
    public TidemarkSession Current => new(this, SessionScope.Current?.Identity ?? default, null, ownsLifetime: false);

    internal TidemarkOptions Options { get; }

    private bool IsObserved => TidemarkSource.Activities.HasListeners() || _events.IsEnabled;

    /// <summary>Starts a session: it surrounds the caller's async flow until disposed, and is announced by <c>session.start</c>.</summary>
    /// <param name="id">The session's id, unique and without personal data.</param>
    /// <param name="user">Who it serves.</param>
    /// <param name="agent">The agent that acts in it.</param>
    /// <param name="workflow">The workflow it runs.</param>
    /// <param name="previous">The session that this one follows, which thereby ended.</param>
    /// <returns>The session; dispose it to end it.</returns>
    public TidemarkSession StartSession(
        string id, string? user = null, string? agent = null, string? workflow = null, string? previous = null)
    {
        var identity = new Identity(id, null, user, agent, workflow);
        if (!IsObserved || string.IsNullOrEmpty(id))
            return new TidemarkSession(this, identity, null, ownsLifetime: true);

        var scope = SessionScope.Begin(identity);
        _events.Started(id, previous);
        return new TidemarkSession(this, identity, scope, ownsLifetime: true);
    }

    internal void SessionEnded(in Identity identity, SessionScope scope)
    {
        _ = scope;
        _events.Ended(identity.Session!);
    }
}
