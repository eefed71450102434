using System.Diagnostics;
using Tidemark.Conventions;
using Tidemark.Instrumentation.Sessions;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation;

/// <summary>
/// A session of a user or an agent, or a conversation within one. A small value that can be copied freely. Operations started through it,
/// and work in the caller's async flow, belong to the session. Disposing ends what was started, once.
/// </summary>
public readonly struct TidemarkSession : IDisposable, IEquatable<TidemarkSession>
{
    private readonly TidemarkClient? _client;
    private readonly SessionScope? _scope;
    private readonly bool _ownsLifetime;
    private readonly Identity _identity;

    internal TidemarkSession(TidemarkClient? client, in Identity identity, SessionScope? scope, bool ownsLifetime)
    {
        _client = client;
        _identity = identity;
        _scope = scope;
        _ownsLifetime = ownsLifetime;
    }

    /// <summary>The session's id; <see langword="null"/> outside any session.</summary>
    public string? Id => _identity.Session;

    /// <summary>The conversation's id, if one was named.</summary>
    public string? ConversationId => _identity.Conversation;

    private RecordingRules Rules => _client?.Rules ?? RecordingRules.Default;

    /// <summary>Starts the recording of a call to a language model.</summary>
    /// <param name="model">The requested model, as the provider calls it.</param>
    /// <param name="provider">The provider, as in the GenAI conventions: <c>openai</c>, <c>anthropic</c>, <c>moonshot_ai</c>, ...</param>
    /// <param name="conversation">The conversation's id.</param>
    /// <param name="operation">The operation's name: <c>chat</c>, <c>text_completion</c>, <c>generate_content</c>.</param>
    /// <param name="startTime">Start time, if not now.</param>
    /// <returns>The operation; dispose it when the response is complete.</returns>
    public InferenceOperation StartInference(
        string model,
        string? provider = null,
        string? conversation = null,
        string operation = GenAiOperations.Chat,
        DateTimeOffset startTime = default)
    {
        var rules = Rules;
        if (!InferenceOperation.IsObserved(rules))
            return InferenceOperation.None;

        return new InferenceOperation(rules, new ModelCall(operation, model ?? string.Empty, provider), Resolve(conversation), startTime);
    }

    /// <summary>Starts the recording of a tool run.</summary>
    /// <param name="tool">The tool's name.</param>
    /// <param name="callId">The id of the model's tool call.</param>
    /// <param name="startTime">Start time, if not now.</param>
    /// <returns>The operation; dispose it when the tool is done.</returns>
    public ToolOperation StartTool(string tool, string? callId = null, DateTimeOffset startTime = default)
    {
        if (!ToolOperation.IsObserved)
            return ToolOperation.None;

        return new ToolOperation(Rules, tool ?? string.Empty, callId, Resolve(), startTime);
    }

    /// <summary>Starts the recording of a call that creates embeddings.</summary>
    /// <param name="model">The requested model, as the provider calls it.</param>
    /// <param name="provider">The provider, as in the GenAI conventions.</param>
    /// <param name="startTime">Start time, if not now.</param>
    /// <returns>The operation; dispose it when the response is complete.</returns>
    public EmbeddingOperation StartEmbedding(string model, string? provider = null, DateTimeOffset startTime = default)
    {
        var rules = Rules;
        if (!EmbeddingOperation.IsObserved(rules))
            return EmbeddingOperation.None;

        return new EmbeddingOperation(rules, new ModelCall(GenAiOperations.Embeddings, model ?? string.Empty, provider), Resolve(), startTime);
    }

    /// <summary>Starts the recording of an agent's run; operations started during it belong to that agent.</summary>
    /// <param name="agent">The agent's name.</param>
    /// <param name="startTime">Start time, if not now.</param>
    /// <returns>The operation; dispose it when the run is over.</returns>
    public AgentOperation StartAgent(string agent, DateTimeOffset startTime = default) =>
        AgentOperation.IsObserved ? new AgentOperation(Rules, Resolve(agent: agent), startTime) : AgentOperation.None;

    /// <summary>Starts the recording of a workflow's run; operations started during it belong to that workflow.</summary>
    /// <param name="workflow">The workflow's name.</param>
    /// <param name="startTime">Start time, if not now.</param>
    /// <returns>The operation; dispose it when the run is over.</returns>
    public WorkflowOperation StartWorkflow(string workflow, DateTimeOffset startTime = default) =>
        WorkflowOperation.IsObserved ? new WorkflowOperation(Rules, Resolve(workflow: workflow), startTime) : WorkflowOperation.None;

    /// <summary>Starts the recording of an operation on a cache or session store.</summary>
    /// <param name="backend">The backend: <c>redis</c>, <c>memory</c>, ...</param>
    /// <param name="store">What the cache holds; <c>session</c> is the session store, whose fallback raises an event.</param>
    /// <param name="action">The action: <c>get</c>, <c>set</c>, ...</param>
    /// <param name="startTime">Start time, if not now.</param>
    /// <returns>The operation; dispose it when the cache has answered.</returns>
    public CacheOperation StartCache(string backend, string store = "cache", string action = "get", DateTimeOffset startTime = default) =>
        CacheOperation.IsObserved ? new CacheOperation(Rules, backend ?? string.Empty, store, action, Resolve(), startTime) : CacheOperation.None;

    /// <summary>Starts the recording of a call to another service.</summary>
    /// <param name="dependency">The service's name.</param>
    /// <param name="action">The action, of low cardinality: <c>GET</c>, <c>SELECT</c>, ...</param>
    /// <param name="startTime">Start time, if not now.</param>
    /// <returns>The operation; dispose it when the service has answered.</returns>
    public DependencyOperation StartDependency(string dependency, string? action = null, DateTimeOffset startTime = default) =>
        DependencyOperation.IsObserved
            ? new DependencyOperation(Rules, dependency ?? string.Empty, action, Resolve(), startTime)
            : DependencyOperation.None;

    /// <summary>Starts the recording of a custom operation.</summary>
    /// <param name="name">The operation's name, of low cardinality.</param>
    /// <param name="startTime">Start time, if not now.</param>
    /// <returns>The operation; dispose it when the work is done.</returns>
    public CustomOperation StartOperation(string name, DateTimeOffset startTime = default) =>
        CustomOperation.IsObserved
            ? new CustomOperation(Rules, name ?? string.Empty, Resolve(), startTime)
            : CustomOperation.None;

    /// <summary>Records an operation on a cache or session store that has just ended.</summary>
    /// <param name="backend">The backend that answered: <c>redis</c>, <c>memory</c>, ...</param>
    /// <param name="hit">Whether a look-up was a hit; <see langword="null"/> for other operations.</param>
    /// <param name="duration">The operation's duration.</param>
    /// <param name="store">What the cache holds; <c>session</c> is the session store, whose fallback raises an event.</param>
    /// <param name="action">The action: <c>get</c>, <c>set</c>, ...</param>
    public void RecordCache(string backend, bool? hit, TimeSpan duration, string store = "cache", string action = "get")
    {
        if (!CacheOperation.IsObserved)
            return;

        var operation = StartCache(backend, store, action);
        if (hit is { } found)
            operation.SetHit(found);
        operation.EndAfter(duration);
    }

    /// <summary>
    /// Starts a conversation within this session: work in the caller's async flow belongs to it until the returned value is disposed.
    /// </summary>
    /// <param name="id">The conversation's id.</param>
    /// <returns>The session within the conversation; disposing it leaves the conversation, not the session.</returns>
    public TidemarkSession StartConversation(string id)
    {
        var identity = _identity with { Conversation = id };
        return _client?.Continue(identity) ?? new TidemarkSession(null, identity, scope: null, ownsLifetime: false);
    }

    /// <summary>Sets the session's display name, which spans and log records get from now on.</summary>
    /// <param name="name">The name, such as the title of a chat.</param>
    /// <remarks>
    /// The name is one of at most 16 labels; further ones are ignored. No effect if the name is empty, without listeners, or on a session that was neither
    /// started nor continued in this async flow, such as one that <see cref="TidemarkClient.Current"/> knows from a span.
    /// </remarks>
    public void SetName(string name) => Set(SessionAttributes.SessionName, name);

    /// <summary>
    /// Sets a label of the session, such as its team, project or cost center, which spans and log records get from now on.
    /// </summary>
    /// <param name="key">The attribute's name. The collector groups cost by <c>team</c>, <c>project</c> and <c>cost_center</c> by default.</param>
    /// <param name="value">The value, of low cardinality.</param>
    /// <remarks>
    /// A session has at most 16 labels, including its name; further ones are ignored. No effect if an argument is empty, without listeners, or on a session
    /// that was neither started nor continued in this async flow, such as one that <see cref="TidemarkClient.Current"/> knows from a span.
    /// </remarks>
    public void SetLabel(string key, string value) => Set(key, value);

    /// <summary>Ends the session if it was started here; otherwise leaves the conversation or the continued session.</summary>
    public void Dispose()
    {
        if (_scope?.End() == true && _ownsLifetime)
            _client?.Ended(_scope);
    }

    /// <inheritdoc/>
    public bool Equals(TidemarkSession other) => _identity == other._identity && ReferenceEquals(_scope, other._scope);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TidemarkSession other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _identity.GetHashCode();

    /// <summary>Whether both values are the same session.</summary>
    /// <param name="left">The first value.</param>
    /// <param name="right">The second value.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool operator ==(TidemarkSession left, TidemarkSession right) => left.Equals(right);

    /// <summary>Whether the values are different sessions.</summary>
    /// <param name="left">The first value.</param>
    /// <param name="right">The second value.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(TidemarkSession left, TidemarkSession right) => !left.Equals(right);

    private void Set(string key, string value)
    {
        if (!string.IsNullOrEmpty(key) && !string.IsNullOrEmpty(value))
            _identity.Details?.Set(key, value);
    }

    /// <summary>
    /// The identity of an operation of this session: what is named for it, otherwise what this object has, with the agent and workflow of
    /// the innermost run of the same session.
    /// </summary>
    private Identity Resolve(string? conversation = null, string? agent = null, string? workflow = null)
    {
        var parent = Activity.Current;
        var around = parent is null && ReferenceEquals(SessionScope.Current, _scope) ? default : CurrentIdentity.Find(parent);
        if (_identity.Session is not null && around.Session is not null && around.Session != _identity.Session)
            around = default;
        return new Identity(
            _identity.Session ?? around.Session,
            conversation ?? _identity.Conversation ?? around.Conversation,
            _identity.User ?? around.User,
            agent ?? around.Agent ?? _identity.Agent,
            workflow ?? around.Workflow ?? _identity.Workflow)
        {
            Details = _identity.Details ?? around.Details,
        };
    }
}
