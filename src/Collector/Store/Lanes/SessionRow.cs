using Npgsql;
using Tidemark.Collector.Model.Sessions;
using Tidemark.Collector.Store.Columns;

namespace Tidemark.Collector.Store.Lanes;

/// <summary>A row of <c>sessions</c>.</summary>
internal static class SessionRow
{
    public static SessionState Read(NpgsqlDataReader row) => new()
    {
        SessionId = row.Get<string>("session_id"),
        Revision = row.Get<long>("revision"),
        Service = row.DatedText("service", "service_at")!,
        Environment = row.Get<string>("environment"),
        UserId = row.DatedText("user_id", "user_at"),
        Agent = row.DatedText("agent", "agent_at"),
        Status = (SessionStatus)row.Get<short>("status"),
        StartedAt = row.Get<DateTime>("started_at"),
        LastSeenAt = row.Get<DateTime>("last_seen_at"),
        LastStartedAt = row.Get<DateTime>("last_started_at"),
        IdleAt = row.Value<DateTime>("idle_at"),
        EndedAt = row.Value<DateTime>("ended_at"),
        EndReason = row.Text("end_reason"),
        Inferred = row.Get<bool>("inferred"),
        PreviousSessionId = row.Text("previous_session_id"),
        SuccessorAt = row.Value<DateTime>("successor_at"),
        CurrentModel = row.DatedText("current_model", "model_at"),
        Models = row.Get<string[]>("models"),
        ModelSwitches = row.Get<int>("model_switches"),
        Conversations = row.Get<int>("conversations"),
        Messages = row.Get<int>("messages"),
        Operations = row.Get<long>("operations"),
        Errors = row.Get<long>("errors"),
        ToolCalls = row.Get<long>("tool_calls"),
        Tokens = new TokenTotals(
            row.Get<long>("input_tokens"), row.Get<long>("output_tokens"), row.Get<long>("cache_read_tokens"), row.Get<long>("cache_write_tokens"),
            row.Get<long>("reasoning_tokens")),
        CostUsd = row.Get<decimal>("cost_usd"),
        Unpriced = row.Get<long>("unpriced"),
        Priced = row.Get<long>("priced"),
        Context = row.Fill(),
        ContextPeakRatio = row.Value<double>("context_peak_ratio"),
        BudgetRaisedUsd = row.Get<decimal>("budget_raised_usd"),
        Labels = row.DatedText("labels", "labels_at"),
        Name = row.DatedText("name", "name_at"),
    };
}
