using Npgsql;
using Tidemark.Collector.Model;

namespace Tidemark.Collector.Store.Lanes;

/// <summary>A row of <c>sessions</c>, by the table's column order.</summary>
internal static class SessionRow
{
    public static SessionState Read(NpgsqlDataReader row) => new()
    {
        SessionId = row.GetString(0),
        Revision = row.GetInt64(2),
        Service = row.DatedText(3)!,
        Environment = row.GetString(5),
        UserId = row.DatedText(6),
        Agent = row.DatedText(8),
        Status = (SessionStatus)row.GetInt16(10),
        StartedAt = row.GetDateTime(11),
        LastSeenAt = row.GetDateTime(12),
        LastStartedAt = row.GetDateTime(13),
        IdleAt = row.Value<DateTime>(14),
        EndedAt = row.Value<DateTime>(15),
        EndReason = row.Text(16),
        Inferred = row.GetBoolean(17),
        PreviousSessionId = row.Text(18),
        SuccessorAt = row.Value<DateTime>(19),
        CurrentModel = row.DatedText(20),
        Models = row.GetFieldValue<string[]>(22),
        ModelSwitches = row.GetInt32(23),
        Conversations = row.GetInt32(24),
        Messages = row.GetInt32(25),
        Operations = row.GetInt64(26),
        Errors = row.GetInt64(27),
        ToolCalls = row.GetInt64(28),
        Tokens = new TokenTotals(row.GetInt64(29), row.GetInt64(30), row.GetInt64(31), row.GetInt64(32), row.GetInt64(33)),
        CostUsd = row.GetDecimal(34),
        Unpriced = row.GetInt64(35),
        Priced = row.GetInt64(36),
        Context = row.Fill(37),
        ContextPeakRatio = row.Value<double>(40),
        BudgetRaisedUsd = row.GetDecimal(41),
        Labels = row.DatedText(42),
        Name = row.DatedText(44),
    };
}
