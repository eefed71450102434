using Tidemark.Collector.Model.Sessions;

namespace Tidemark.Collector.Derive.Sessions;

/// <summary>A session's row during a fold. The fields are those of <see cref="SessionState"/>.</summary>
internal sealed class SessionDraft
{
    // A session's initial values.
    private static readonly SessionState Unknown = new()
    {
        SessionId = "",
        Service = null!,
        StartedAt = DateTime.MaxValue,
        LastSeenAt = DateTime.MinValue,
    };

    private SessionState _before = Unknown;

    public SessionDraft()
    {
    }

    public SessionDraft(SessionState state) => Load(state.SessionId, state);

    public string SessionId { get; private set; } = "";

    /// <summary>False until the session has any activity.</summary>
    public bool IsKnown { get; set; }

    public Dated<string>? Service { get; set; }

    public string Environment { get; set; } = "";

    public Dated<string>? UserId { get; set; }

    public Dated<string>? Agent { get; set; }

    public SessionStatus Status { get; set; }

    public DateTime StartedAt { get; set; }

    public DateTime LastSeenAt { get; set; }

    public DateTime LastStartedAt { get; set; }

    public DateTime? IdleAt { get; set; }

    public DateTime? EndedAt { get; set; }

    public string? EndReason { get; set; }

    public DateTime? SuccessorAt { get; set; }

    public bool IsInferred { get; private set; }

    public string? PreviousSessionId { get; set; }

    public Mark<string>? CurrentModel { get; set; }

    public IReadOnlyList<string> Models { get; set; } = [];

    public int ModelSwitches { get; set; }

    public int Conversations { get; set; }

    public int Messages { get; set; }

    public long Operations { get; set; }

    public long Errors { get; set; }

    public long ToolCalls { get; set; }

    public TokenTotals Tokens { get; set; }

    public decimal CostUsd { get; set; }

    public long Priced { get; set; }

    public long Unpriced { get; set; }

    public Mark<ContextFill>? Context { get; set; }

    public double? ContextPeakRatio { get; set; }

    public decimal BudgetRaisedUsd { get; set; }

    public Dated<string>? Labels { get; set; }

    public Dated<string>? Name { get; set; }

    /// <summary>Starts from a row, or from the initial values if the row is null.</summary>
    public void Load(string sessionId, SessionState? row)
    {
        var state = row ?? Unknown;
        _before = state;
        SessionId = sessionId;
        IsKnown = row is not null;
        IsInferred = row?.Inferred ?? InferredSession.IsInferred(sessionId);
        Service = state.Service;
        Environment = state.Environment;
        UserId = state.UserId;
        Agent = state.Agent;
        Status = state.Status;
        StartedAt = state.StartedAt;
        LastSeenAt = state.LastSeenAt;
        LastStartedAt = state.LastStartedAt;
        IdleAt = state.IdleAt;
        EndedAt = state.EndedAt;
        EndReason = state.EndReason;
        SuccessorAt = state.SuccessorAt;
        PreviousSessionId = state.PreviousSessionId;
        CurrentModel = Mark<string>.Of(state.CurrentModel);
        Models = state.Models;
        ModelSwitches = state.ModelSwitches;
        Conversations = state.Conversations;
        Messages = state.Messages;
        Operations = state.Operations;
        Errors = state.Errors;
        ToolCalls = state.ToolCalls;
        Tokens = state.Tokens;
        CostUsd = state.CostUsd;
        Priced = state.Priced;
        Unpriced = state.Unpriced;
        Context = Mark<ContextFill>.Of(state.Context);
        ContextPeakRatio = state.ContextPeakRatio;
        BudgetRaisedUsd = state.BudgetRaisedUsd;
        Labels = state.Labels;
        Name = state.Name;
    }

    public SessionState ToState() => new()
    {
        SessionId = SessionId,
        Revision = _before.Revision,
        Service = Service!,
        Environment = Environment,
        UserId = UserId,
        Agent = Agent,
        Status = Status,
        StartedAt = StartedAt,
        LastSeenAt = LastSeenAt,
        LastStartedAt = LastStartedAt,
        IdleAt = IdleAt,
        EndedAt = EndedAt,
        EndReason = EndReason,
        SuccessorAt = SuccessorAt,
        Inferred = IsInferred,
        PreviousSessionId = PreviousSessionId,
        CurrentModel = Mark<string>.ToDated(CurrentModel, _before.CurrentModel),
        Models = Models,
        ModelSwitches = ModelSwitches,
        Conversations = Conversations,
        Messages = Messages,
        Operations = Operations,
        Errors = Errors,
        ToolCalls = ToolCalls,
        Tokens = Tokens,
        CostUsd = CostUsd,
        Priced = Priced,
        Unpriced = Unpriced,
        Context = Mark<ContextFill>.ToDated(Context, _before.Context),
        ContextPeakRatio = ContextPeakRatio,
        BudgetRaisedUsd = BudgetRaisedUsd,
        Labels = Labels,
        Name = Name,
    };
}
