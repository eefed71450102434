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
        EndedAt = row.Value<DateTime>(13),
        EndReason = row.Text(14),
        Inferred = row.GetBoolean(15),
        PreviousSessionId = row.Text(16),
        CurrentModel = row.DatedText(17),
        Models = row.GetFieldValue<string[]>(19),
        ModelSwitches = row.GetInt32(20),
        Conversations = row.GetInt32(21),
        Messages = row.GetInt32(22),
        Operations = row.GetInt64(23),
        Errors = row.GetInt64(24),
        ToolCalls = row.GetInt64(25),
        Tokens = new TokenTotals(row.GetInt64(26), row.GetInt64(27), row.GetInt64(28), row.GetInt64(29), row.GetInt64(30)),
        CostUsd = row.GetDecimal(31),
        Unpriced = row.GetInt64(32),
        Context = row.Fill(33),
        ContextPeakRatio = row.Value<double>(36),
    };
}
