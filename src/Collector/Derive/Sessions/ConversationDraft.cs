using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Sessions;

namespace Tidemark.Collector.Derive.Sessions;

/// <summary>A conversation's row during a fold. The fields are those of <see cref="ConversationState"/>.</summary>
internal sealed class ConversationDraft
{
    // A conversation's initial values.
    private static readonly ConversationState Unknown = new()
    {
        SessionId = "",
        ConversationId = "",
        StartedAt = DateTime.MaxValue,
        LastSeenAt = DateTime.MinValue,
    };

    private ConversationState _before = Unknown;

    public string SessionId { get; private set; } = "";

    public string ConversationId { get; private set; } = "";

    public DateTime StartedAt { get; private set; }

    public DateTime LastSeenAt { get; private set; }

    public int Messages { get; private set; }

    public long TotalTokens { get; private set; }

    public Mark<ContextFill>? Context { get; set; }

    public Mark<string>? CurrentModel { get; private set; }

    public string Agent { get; private set; } = "";

    public DateTime? CompactedAt { get; set; }

    public short ThresholdRaised { get; set; }

    /// <summary>Several agents take turns in the conversation: a smaller fill than before does not indicate a compaction.</summary>
    public bool IsShared => Agent == ConversationState.SeveralAgents;

    /// <summary>The latest inference uses another model than the one before it.</summary>
    public bool ModelChanged { get; private set; }

    public bool IsNamed => ConversationId.Length > 0;

    /// <summary>Starts from a row, or from the initial values if the row is null.</summary>
    public void Load(string sessionId, string conversationId, ConversationState? row)
    {
        var state = row ?? Unknown;
        _before = state;
        SessionId = sessionId;
        ConversationId = conversationId;
        StartedAt = state.StartedAt;
        LastSeenAt = state.LastSeenAt;
        Messages = state.Messages;
        TotalTokens = state.TotalTokens;
        Context = Mark<ContextFill>.Of(state.Context);
        CurrentModel = Mark<string>.Of(state.CurrentModel);
        Agent = state.Agent;
        CompactedAt = state.CompactedAt;
        ThresholdRaised = state.ThresholdRaised;
        ModelChanged = false;
    }

    public void Add(Operation operation, DateTime endedAt)
    {
        var startedAt = operation.Key.StartedAt;
        if (startedAt < StartedAt) StartedAt = startedAt;
        if (endedAt > LastSeenAt) LastSeenAt = endedAt;
        if (operation.CarriesUsage) TotalTokens += operation.Tokens.Total;
        if (operation.Series.Kind == OperationKind.Inference) AddMessage(operation, startedAt);
    }

    /// <param name="session">The session's row: its latest values are usually those of the conversation, and then the same objects.</param>
    public ConversationState ToState(SessionState session) => new()
    {
        SessionId = SessionId,
        ConversationId = ConversationId,
        Revision = _before.Revision,
        StartedAt = StartedAt,
        LastSeenAt = LastSeenAt,
        Messages = Messages,
        TotalTokens = TotalTokens,
        Context = Mark<ContextFill>.ToDated(Context, _before.Context, session.Context),
        CurrentModel = Mark<string>.ToDated(CurrentModel, _before.CurrentModel, session.CurrentModel),
        Agent = Agent,
        CompactedAt = CompactedAt,
        ThresholdRaised = ThresholdRaised,
    };

    private void AddMessage(Operation operation, DateTime at)
    {
        var series = operation.Series;
        Messages++;
        if (Chains.IsMain(operation))
        {
            ModelChanged = CurrentModel is { } current && current.Value != series.Model;
            if (series.Model.Length > 0 && Dates.IsLatest(CurrentModel, series.Model, at)) CurrentModel = new Mark<string>(series.Model, at);
        }

        if (series.Agent.Length > 0 && series.Agent != Agent) Agent = Agent.Length == 0 ? series.Agent : ConversationState.SeveralAgents;
    }
}
