using Tidemark.Collector.Model;

namespace Tidemark.Collector.Derive.Sessions;

/// <summary>A conversation's row while a fold works on it. What each field means is told by <see cref="ConversationState"/>.</summary>
internal sealed class ConversationDraft
{
    public ConversationDraft(string sessionId, string conversationId)
    {
        SessionId = sessionId;
        ConversationId = conversationId;
    }

    public ConversationDraft(ConversationState state)
    {
        SessionId = state.SessionId;
        ConversationId = state.ConversationId;
        Revision = state.Revision;
        StartedAt = state.StartedAt;
        LastSeenAt = state.LastSeenAt;
        Messages = state.Messages;
        TotalTokens = state.TotalTokens;
        Context = state.Context;
        CurrentModel = state.CurrentModel;
        Agent = state.Agent;
        CompactedAt = state.CompactedAt;
        ThresholdRaised = state.ThresholdRaised;
    }

    public string SessionId { get; }

    public string ConversationId { get; }

    public long Revision { get; }

    public DateTime StartedAt { get; private set; } = DateTime.MaxValue;

    public DateTime LastSeenAt { get; private set; }

    public int Messages { get; private set; }

    public long TotalTokens { get; private set; }

    public Dated<ContextFill>? Context { get; set; }

    public Dated<string>? CurrentModel { get; private set; }

    public string Agent { get; private set; } = "";

    public DateTime? CompactedAt { get; set; }

    public short ThresholdRaised { get; set; }

    /// <summary>Several agents' contexts take turns in it: a smaller fill than before then means nothing.</summary>
    public bool IsShared => Agent == ConversationState.SeveralAgents;

    /// <summary>The inference added last uses another model than the one before it.</summary>
    public bool ModelChanged { get; private set; }

    public bool IsNamed => ConversationId.Length > 0;

    public void Add(Operation operation, DateTime endedAt)
    {
        var startedAt = operation.Key.StartedAt;
        if (startedAt < StartedAt) StartedAt = startedAt;
        if (endedAt > LastSeenAt) LastSeenAt = endedAt;
        if (operation.IsModelCall) TotalTokens += operation.Tokens.Total;
        if (operation.Series.Kind == OperationKind.Inference) AddMessage(operation.Series, startedAt);
    }

    public ConversationState ToState() => new()
    {
        SessionId = SessionId,
        ConversationId = ConversationId,
        Revision = Revision,
        StartedAt = StartedAt,
        LastSeenAt = LastSeenAt,
        Messages = Messages,
        TotalTokens = TotalTokens,
        Context = Context,
        CurrentModel = CurrentModel,
        Agent = Agent,
        CompactedAt = CompactedAt,
        ThresholdRaised = ThresholdRaised,
    };

    private void AddMessage(Series series, DateTime at)
    {
        Messages++;
        ModelChanged = CurrentModel is not null && CurrentModel.Value != series.Model;
        if (series.Model.Length > 0 && Dates.IsLatest(CurrentModel, series.Model, at)) CurrentModel = new Dated<string>(series.Model, at);
        if (series.Agent.Length > 0 && series.Agent != Agent) Agent = Agent.Length == 0 ? series.Agent : ConversationState.SeveralAgents;
    }
}
